package br.gov.sp.prefeitura.redeinfo.identity.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditSource;
import br.gov.sp.prefeitura.redeinfo.identity.CodeGuesses;
import br.gov.sp.prefeitura.redeinfo.identity.IdentityProperties;
import br.gov.sp.prefeitura.redeinfo.identity.IdentityProperties.Guesses;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.text.Secret;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Counts wrong codes with the sign-in's own throttle. */
@Component
class ThrottledGuesses implements CodeGuesses {

  private final Throttle throttle;
  private final AuditSource source;
  private final IdentityProperties properties;

  ThrottledGuesses(Throttle throttle, AuditSource source, IdentityProperties properties) {
    this.throttle = throttle;
    this.source = source;
    this.properties = properties;
  }

  @Override
  public <T> Optional<T> attempt(String purpose, Supplier<Optional<T>> find) {
    Optional<AuditSource.Request> request = source.current();
    Long person = request.map(AuditSource.Request::personId).orElse(null);
    byte[] key =
        Secret.digest(
            "code "
                + purpose
                + (person != null
                    ? " person " + person
                    : " address " + request.map(AuditSource.Request::address).orElse("")));
    Guesses guesses = person != null ? properties.code() : properties.codeFromAddress();
    Optional<Duration> wait = throttle.begin(key, guesses);
    if (wait.isPresent()) {
      throw Refusal.tooMany("identity.code-guesses", minutes(wait.get()));
    }
    Optional<T> found = find.get();
    if (found.isPresent()) {
      throttle.takeBack(key);
    }
    return found;
  }

  private static long minutes(Duration wait) {
    return Math.max(1, wait.plusSeconds(59).toMinutes());
  }
}
