package br.gov.sp.prefeitura.redeinfo.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;

/**
 * Where a sign-in comes from.
 *
 * @param device what the browser's device cookie says, or {@code null}
 */
record SignInSource(String address, String device) implements Serializable {

  static SignInSource of(HttpServletRequest request) {
    return new SignInSource(request.getRemoteAddr(), DeviceCookie.read(request));
  }
}
