package br.gov.sp.prefeitura.redeinfo.audit;

import java.util.Optional;

/**
 * Tells who is asking and from where; implemented by the module that knows requests and the
 * signed-in person.
 */
public interface AuditSource {

  /** Empty outside requests. */
  Optional<Request> current();

  /**
   * @param personId who is signed in, or {@code null}
   * @param username that person's user name
   * @param address the network address the request came from, as text, or {@code null}
   */
  record Request(Long personId, String username, AuditChannel channel, String address) {}
}
