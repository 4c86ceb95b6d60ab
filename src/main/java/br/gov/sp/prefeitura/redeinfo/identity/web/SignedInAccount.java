package br.gov.sp.prefeitura.redeinfo.identity.web;

import java.io.Serializable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * What the session knows of the person: nothing that can change while it lasts. Names and groups
 * are read at each request.
 *
 * @param credential the account's at sign-in; the session ends when the account's is another
 */
record SignedInAccount(long personId, String username, int credential)
    implements AuthenticatedPrincipal, Serializable {

  @Override
  public String getName() {
    return username;
  }
}
