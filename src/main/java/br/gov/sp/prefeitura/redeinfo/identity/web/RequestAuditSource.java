package br.gov.sp.prefeitura.redeinfo.identity.web;

import br.gov.sp.prefeitura.redeinfo.audit.AuditChannel;
import br.gov.sp.prefeitura.redeinfo.audit.AuditSource;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Says for the audit who is asking, by which application and from where; costs no statement. */
@Component
class RequestAuditSource implements AuditSource {

  private static final Pattern TECHNICAL = Pattern.compile("/camunda/(api|app)/(cockpit|admin)/.*");
  private static final String WEBAPPS = "/camunda/";

  /** Only what looks like this is parsed: a host's name would be looked up. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "((25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1?\\d?\\d)|[0-9a-fA-F.]*:[0-9a-fA-F.:]+");

  @Override
  public Optional<Request> current() {
    if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web)) {
      return Optional.empty();
    }
    HttpServletRequest request = web.getRequest();
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    Object principal = authentication == null ? null : authentication.getPrincipal();
    SignedInAccount account = principal instanceof SignedInAccount signedIn ? signedIn : null;
    return Optional.of(
        new Request(
            account == null ? null : account.personId(),
            account == null ? null : account.username(),
            channel(request),
            literal(request.getRemoteAddr())));
  }

  private static AuditChannel channel(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    if (TECHNICAL.matcher(path).matches()) {
      return AuditChannel.COCKPIT;
    }
    return path.startsWith(WEBAPPS) ? AuditChannel.TASKLIST : AuditChannel.PAGE;
  }

  /** {@code null} for what is no address: behind a proxy it is a header that anybody may write. */
  static String literal(String address) {
    if (address == null) {
      return null;
    }
    String withoutZone = address.replaceFirst("%.*", "");
    if (!ADDRESS.matcher(withoutZone).matches()) {
      return null;
    }
    try {
      return InetAddress.getByName(withoutZone).getHostAddress();
    } catch (UnknownHostException e) {
      return null;
    }
  }
}
