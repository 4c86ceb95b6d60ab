package br.gov.sp.prefeitura.redeinfo.identity.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.Serializable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.authority.AuthorityUtils;

/**
 * What the session knows of the person: nothing that can change while it lasts. Names and groups
 * are read at each request.
 *
 * @param credential the account's at sign-in; the session ends when the account's is another
 */
record SignedInAccount(long personId, String username, int credential)
    implements AuthenticatedPrincipal, Serializable {

  /** As Spring Security carries it, without authorities: groups are those of each request. */
  UsernamePasswordAuthenticationToken authentication() {
    return UsernamePasswordAuthenticationToken.authenticated(
        this, null, AuthorityUtils.NO_AUTHORITIES);
  }

  @Override
  @JsonIgnore
  public String getName() {
    return username;
  }
}
