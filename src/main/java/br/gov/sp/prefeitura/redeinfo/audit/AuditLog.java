package br.gov.sp.prefeitura.redeinfo.audit;

import java.util.Collection;
import java.util.function.Supplier;

/**
 * The record of what was done. Who asks, through which channel, from which address and at what time
 * is added here: the signed-in person of the request, or the application itself outside requests.
 */
public interface AuditLog {

  /**
   * Writes an entry in the caller's transaction, so that both are kept or neither.
   *
   * @throws org.springframework.transaction.IllegalTransactionStateException if there is none
   */
  void record(AuditEntry entry);

  /** Like {@link #record}, for many entries at once in a bounded number of statements. */
  void recordAll(Collection<AuditEntry> entries);

  /**
   * Lets everything that the calling thread puts on record while it does the work name this
   * channel, e.g. {@link AuditChannel#IMPORT} for appointments that a list brings. A replay stays a
   * replay.
   */
  <T> T through(AuditChannel channel, Supplier<T> work);

  /**
   * Lets everything that the calling thread puts on record while it does the work, and that does
   * not say otherwise itself, name the person in whose place it is done.
   */
  void inPlaceOf(InPlaceOf whom, Runnable work);
}
