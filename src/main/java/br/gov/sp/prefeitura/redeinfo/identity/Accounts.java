package br.gov.sp.prefeitura.redeinfo.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/** Accounts and their passwords. Writes join the caller's transaction. */
public interface Accounts {

  /**
   * Makes sure that the person can get in: creates the account if there is none and, unless a
   * password is set already, publishes {@link PasswordLinkIssued} with a link to choose one. Safe
   * to repeat: a person with a valid link gets no second one.
   */
  void invite(long personId, String username);

  /**
   * Opens an account of the demonstration with the password that everybody knows, marked as such:
   * production refuses to start where there is one. Safe to repeat; a password that the person has
   * changed stays.
   *
   * @param passwordHash the same for all these accounts, or {@code null} for an account without a
   *     password
   */
  void openForDemonstration(long personId, String username, String passwordHash);

  /** Nobody signs in with it any more, and its open sessions end with their next request. */
  void disable(long personId);

  /**
   * The owner has left the network: as {@link #disable}, but whoever invites them again opens it
   * again.
   */
  void close(long personId);

  /** Takes {@link #disable} back. */
  void enable(long personId);

  /**
   * Nothing of these people's accounts is left, neither a password nor a known browser. Who has
   * none is passed over.
   */
  void remove(Collection<Long> personIds);

  /**
   * These people's accounts are no more. Published in the transaction; who keeps another way in for
   * them removes it there.
   */
  record AccountsRemoved(Set<Long> personIds) {

    public AccountsRemoved {
      personIds = Set.copyOf(personIds);
    }
  }

  /** Whether the person has an account that is not disabled. */
  boolean isOpen(long personId);

  /**
   * A one-time link to choose a password was issued; the listener sends it by mail in the same
   * transaction.
   *
   * @param path path of the page with the secret token, relative to the application's address
   * @param reset whether it replaces a password, or sets the first one
   */
  record PasswordLinkIssued(long personId, String path, boolean reset, Instant validUntil) {}
}
