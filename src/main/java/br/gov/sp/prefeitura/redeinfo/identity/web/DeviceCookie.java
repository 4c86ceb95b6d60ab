package br.gov.sp.prefeitura.redeinfo.identity.web;

import br.gov.sp.prefeitura.redeinfo.identity.IdentityProperties;
import br.gov.sp.prefeitura.redeinfo.identity.domain.KnownDevices;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** The cookie by which a browser in which somebody signed in before is known again. */
@Component
class DeviceCookie {

  static final String NAME = "REDE_INFO_DEVICE";

  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final KnownDevices devices;
  private final IdentityProperties properties;

  DeviceCookie(KnownDevices devices, IdentityProperties properties) {
    this.devices = devices;
    this.properties = properties;
  }

  /** {@code null} if there is none, or one that is not ours. */
  static String read(HttpServletRequest request) {
    Cookie cookie = WebUtils.getCookie(request, NAME);
    return cookie != null && TOKEN.matcher(cookie.getValue()).matches() ? cookie.getValue() : null;
  }

  /** From now on the person is known in this browser. */
  void remember(HttpServletRequest request, HttpServletResponse response, long personId) {
    ResponseCookie cookie =
        ResponseCookie.from(NAME, devices.remember(read(request), personId))
            .path(request.getContextPath() + "/")
            .maxAge(properties.deviceMemory())
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
