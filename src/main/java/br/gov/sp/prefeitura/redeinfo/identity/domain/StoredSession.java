package br.gov.sp.prefeitura.redeinfo.identity.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.springframework.session.Session;

/**
 * A session as the cookie names it, in front of its row. Says no more than once a minute that it
 * was used: Tasklist alone sends dozens of requests per click, and each would be a write.
 */
public final class StoredSession implements Session {

  /** By how much a session may end too early; the timeout is hours. */
  static final Duration PRECISION = Duration.ofMinutes(1);

  private final Session row;
  private final SessionIds ids;
  private String secret;

  StoredSession(Session row, String secret, SessionIds ids) {
    this.row = row;
    this.secret = secret;
    this.ids = ids;
  }

  Session row() {
    return row;
  }

  @Override
  public String getId() {
    return secret;
  }

  @Override
  public String changeSessionId() {
    row.changeSessionId();
    secret = ids.takeSecret();
    return secret;
  }

  @Override
  public void setLastAccessedTime(Instant time) {
    if (time.isAfter(row.getLastAccessedTime().plus(PRECISION))) {
      row.setLastAccessedTime(time);
    }
  }

  @Override
  public <T> T getAttribute(String name) {
    return row.getAttribute(name);
  }

  @Override
  public Set<String> getAttributeNames() {
    return row.getAttributeNames();
  }

  @Override
  public void setAttribute(String name, Object value) {
    row.setAttribute(name, value);
  }

  @Override
  public void removeAttribute(String name) {
    row.removeAttribute(name);
  }

  @Override
  public Instant getCreationTime() {
    return row.getCreationTime();
  }

  @Override
  public Instant getLastAccessedTime() {
    return row.getLastAccessedTime();
  }

  @Override
  public void setMaxInactiveInterval(Duration interval) {
    row.setMaxInactiveInterval(interval);
  }

  @Override
  public Duration getMaxInactiveInterval() {
    return row.getMaxInactiveInterval();
  }

  @Override
  public boolean isExpired() {
    return row.isExpired();
  }
}
