package br.gov.sp.prefeitura.redeinfo.identity.domain;

import br.gov.sp.prefeitura.redeinfo.shared.text.Secret;
import java.util.HexFormat;
import org.springframework.session.SessionIdGenerator;

/**
 * Makes the secret that goes into the cookie, and the hash of it by which the database knows the
 * session: who reads the table or a backup cannot go on with anybody's session. The library asks
 * for the id to store, so the secret waits a moment in the thread.
 */
final class SessionIds implements SessionIdGenerator {

  private final ThreadLocal<String> latest = new ThreadLocal<>();

  @Override
  public String generate() {
    String secret = Secret.random();
    latest.set(secret);
    return hash(secret);
  }

  /** The secret of the id that this thread has just generated. */
  String takeSecret() {
    String secret = latest.get();
    latest.remove();
    return secret;
  }

  static String hash(String secret) {
    return HexFormat.of().formatHex(Secret.digest(secret));
  }
}
