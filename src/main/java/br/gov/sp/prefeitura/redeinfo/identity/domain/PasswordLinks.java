package br.gov.sp.prefeitura.redeinfo.identity.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.identity.AccountHolders;
import br.gov.sp.prefeitura.redeinfo.identity.AccountHolders.AccountHolder;
import br.gov.sp.prefeitura.redeinfo.identity.Accounts;
import br.gov.sp.prefeitura.redeinfo.identity.IdentityProperties;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import br.gov.sp.prefeitura.redeinfo.shared.text.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens accounts and lets their owners choose a password through a link that works once. */
@Service
public class PasswordLinks implements Accounts {

  private final AccountRepository accounts;
  private final PasswordLinkRepository links;
  private final AccountHolders holders;
  private final PasswordPolicy policy;
  private final PasswordEncoder encoder;
  private final ApplicationEventPublisher events;
  private final IdentityProperties properties;
  private final AuditLog audit;
  private final Clock clock;

  PasswordLinks(
      AccountRepository accounts,
      PasswordLinkRepository links,
      AccountHolders holders,
      PasswordPolicy policy,
      PasswordEncoder encoder,
      ApplicationEventPublisher events,
      IdentityProperties properties,
      AuditLog audit,
      Clock clock) {
    this.accounts = accounts;
    this.links = links;
    this.holders = holders;
    this.policy = policy;
    this.encoder = encoder;
    this.events = events;
    this.properties = properties;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  @Transactional
  public void invite(long personId, String username) {
    if (accounts.insert(personId, username)) {
      audit.record(of(AccountAction.OPENED, personId));
    }
    AccountRepository.Account account = accounts.lock(personId).orElseThrow();
    if (accounts.reopen(personId)) {
      audit.record(of(AccountAction.ENABLED, personId));
    }
    if (account.passwordHash() == null && !links.hasValid(personId, clock.instant())) {
      issue(personId, false, properties.activationValidity());
    }
  }

  /**
   * Issues a link for a forgotten password, or for the first one if there is none yet. Says nothing
   * about whether the login is known; a link issued a moment ago must do.
   */
  @Transactional
  public void requestFor(String login) {
    Optional<AccountRepository.Account> account =
        holders
            .findByLogin(login)
            .map(AccountHolder::personId)
            .flatMap(accounts::lock)
            .filter(a -> !a.disabled());
    if (account.isEmpty()) {
      return;
    }
    long personId = account.get().personId();
    Instant now = clock.instant();
    if (!links.issuedAfter(personId, now, now.minus(properties.resetPause()))) {
      issue(personId, account.get().passwordHash() != null, properties.resetValidity());
    }
  }

  private void issue(long personId, boolean reset, Duration validity) {
    String secret = Secret.random();
    Instant now = clock.instant();
    Instant validUntil = now.plus(validity);
    links.insert(Secret.digest(secret), personId, reset, now, validUntil);
    audit.record(of(AccountAction.LINK_ISSUED, personId).with("reset", reset));
    events.publishEvent(new PasswordLinkIssued(personId, "/password/" + secret, reset, validUntil));
  }

  /** The owner of the link; empty if it is unknown, used or too old. */
  public Optional<AccountRepository.Account> findAccount(String secret) {
    return links
        .findPerson(Secret.digest(secret), clock.instant())
        .flatMap(accounts::find)
        .filter(account -> !account.disabled());
  }

  /**
   * Sets the password and uses the link up. All other links and all open sessions of the person
   * end.
   *
   * @return the account's person
   * @throws Refusal if the link does not work any more, or the password breaks a rule
   */
  @Transactional
  public long choose(String secret, String password, String repeated) {
    AccountRepository.Account account =
        findAccount(secret).orElseThrow(() -> Refusal.notFound("identity.link-invalid"));
    List<Violation> violations =
        policy.check(password, repeated, holders.findByUsername(account.username()));
    if (!violations.isEmpty()) {
      throw Refusal.invalid(violations);
    }
    if (!links.use(Secret.digest(secret), clock.instant())) {
      throw Refusal.notFound("identity.link-invalid");
    }
    accounts.setPassword(account.personId(), encoder.encode(password));
    links.revokeAll(account.personId(), clock.instant());
    // Nobody is signed in: who has the link is taken for the account's owner.
    audit.record(
        of(AccountAction.PASSWORD_SET, account.personId())
            .by(account.personId())
            .with("reset", account.passwordHash() != null));
    return account.personId();
  }

  @Override
  @Transactional
  public void openForDemonstration(long personId, String username, String passwordHash) {
    if (accounts.insertForDemonstration(personId, username, passwordHash)) {
      audit.record(of(AccountAction.OPENED, personId).with("demonstration", true));
    }
  }

  @Override
  @Transactional(readOnly = true)
  public boolean isOpen(long personId) {
    return accounts.find(personId).filter(account -> !account.disabled()).isPresent();
  }

  @Override
  @Transactional
  public void disable(long personId) {
    accounts.setDisabled(personId, true);
    audit.record(of(AccountAction.DISABLED, personId));
    links.revokeAll(personId, clock.instant());
  }

  @Override
  @Transactional
  public void close(long personId) {
    disable(personId);
    accounts.setLeft(personId);
  }

  @Override
  @Transactional
  public void enable(long personId) {
    accounts.setDisabled(personId, false);
    audit.record(of(AccountAction.ENABLED, personId));
  }

  @Override
  @Transactional
  public void remove(Collection<Long> personIds) {
    events.publishEvent(new AccountsRemoved(Set.copyOf(personIds)));
    audit.recordAll(
        accounts.deleteAll(personIds).stream()
            .map(personId -> of(AccountAction.REMOVED, personId))
            .toList());
  }

  private static AuditEntry of(AccountAction action, long personId) {
    return AuditEntry.of(action, personId).about(personId);
  }
}
