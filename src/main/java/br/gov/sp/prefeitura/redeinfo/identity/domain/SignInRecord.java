package br.gov.sp.prefeitura.redeinfo.identity.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Puts on record who comes and goes, each in a transaction of its own: a sign-in that cannot be
 * recorded does not take place.
 */
@Service
public class SignInRecord {

  private final AuditLog audit;

  SignInRecord(AuditLog audit) {
    this.audit = audit;
  }

  @Transactional
  public void signedOut(long personId) {
    audit.record(of(AccountAction.SIGNED_OUT, personId).by(personId));
  }

  @Transactional
  void signedIn(long personId) {
    audit.record(of(AccountAction.SIGNED_IN, personId).by(personId));
  }

  /**
   * Somebody, unknown who, did not get into the account. For a login that nobody has the same work
   * is done and thrown away: the time of the answer tells nothing, and guessed logins, of which
   * there is no end, fill no table.
   *
   * @param personId whose account, or {@code null} for nobody's
   * @param throttled whether the next attempt has to wait
   */
  @Transactional
  void refused(Long personId, boolean throttled) {
    audit.record(
        of(
            throttled ? AccountAction.SIGN_IN_THROTTLED : AccountAction.SIGN_IN_REFUSED,
            personId == null ? 0 : personId));
    if (personId == null) {
      TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
    }
  }

  private static AuditEntry of(AccountAction action, long personId) {
    return AuditEntry.of(action, personId).about(personId);
  }
}
