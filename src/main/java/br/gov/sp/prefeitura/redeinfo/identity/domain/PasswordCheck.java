package br.gov.sp.prefeitura.redeinfo.identity.domain;

import br.gov.sp.prefeitura.redeinfo.identity.AccountHolders;
import br.gov.sp.prefeitura.redeinfo.identity.AccountHolders.AccountHolder;
import br.gov.sp.prefeitura.redeinfo.identity.IdentityProperties;
import br.gov.sp.prefeitura.redeinfo.identity.domain.AccountRepository.Account;
import br.gov.sp.prefeitura.redeinfo.shared.text.Secret;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/**
 * Checks user name and password. Does the same work for a login that nobody has, and answers the
 * same.
 */
@Service
public class PasswordCheck {

  private static final int MOST_CHARACTERS = 254;

  private final AccountHolders holders;
  private final AccountRepository accounts;
  private final KnownDevices devices;
  private final Throttle throttle;
  private final SignInRecord record;
  private final PasswordEncoder encoder;
  private final IdentityProperties properties;
  private final boolean knownPasswordRefused;

  /** Of a password that nobody has. */
  private final String otherHash;

  PasswordCheck(
      AccountHolders holders,
      AccountRepository accounts,
      KnownDevices devices,
      Throttle throttle,
      SignInRecord record,
      PasswordEncoder encoder,
      IdentityProperties properties,
      Environment environment) {
    this.holders = holders;
    this.accounts = accounts;
    this.devices = devices;
    this.throttle = throttle;
    this.record = record;
    this.encoder = encoder;
    this.properties = properties;
    this.knownPasswordRefused = environment.acceptsProfiles(Profiles.of("production"));
    this.otherHash = encoder.encode(Secret.random());
  }

  /**
   * Counts the attempt and puts its outcome on record; called outside a transaction.
   *
   * @param login user name or e-mail
   * @param address where the request comes from
   * @param device what the browser's device cookie says, or {@code null}
   */
  public Result check(String login, String password, String address, String device) {
    String name = login.strip().toLowerCase(Locale.ROOT);
    if (name.length() > MOST_CHARACTERS
        || password.length() > MOST_CHARACTERS
        || name.indexOf('\0') >= 0) {
      return Result.refused();
    }
    Optional<Account> account =
        holders.findByLogin(name).map(AccountHolder::personId).flatMap(accounts::find);
    boolean known = account.filter(a -> devices.isKnown(device, a.personId())).isPresent();
    byte[] ofSource =
        known
            ? Secret.digest("device " + device + ' ' + account.get().personId())
            : Secret.digest("source " + address + ' ' + name);
    byte[] ofAccount = Secret.digest("account " + name);
    Optional<Duration> wait = throttle.begin(ofSource, properties.source());
    if (wait.isEmpty() && !known) {
      wait = throttle.begin(ofAccount, properties.account());
    }
    if (wait.isPresent()) {
      return new Result(null, wait.get());
    }
    String hash = account.map(Account::passwordHash).orElse(otherHash);
    boolean right = encoder.matches(password, hash) && account.isPresent();
    if (!right
        || account.get().disabled()
        || knownPasswordRefused && password.equals(PasswordPolicy.OF_DEMONSTRATION)) {
      boolean throttled = throttle.isBlocked(ofSource) || !known && throttle.isBlocked(ofAccount);
      record.refused(account.map(Account::personId).orElse(null), throttled);
      return Result.refused();
    }
    record.signedIn(account.get().personId());
    throttle.succeeded(ofSource);
    if (!known) {
      throttle.takeBack(ofAccount);
    }
    return new Result(account.get(), null);
  }

  /**
   * @param account {@code null} if refused
   * @param delay how long to wait before the next attempt, or {@code null}
   */
  public record Result(Account account, Duration delay) {

    static Result refused() {
      return new Result(null, null);
    }
  }
}
