package br.gov.sp.prefeitura.redeinfo.identity;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Slows down whoever tries codes that open something, on all nodes together: the person who is
 * signed in, else the address the request comes from (which many people may share, so it is given
 * more).
 */
public interface CodeGuesses {

  /**
   * Looks a code up, and counts it if it opens nothing. Call outside a transaction: what is counted
   * must stay counted.
   *
   * @param purpose what the codes are for, e.g. {@code check-in}; each is counted by itself
   * @param find what the code opens; empty if it is wrong
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal (too many) if there were too many
   *     wrong ones; then nothing is looked up
   */
  <T> Optional<T> attempt(String purpose, Supplier<Optional<T>> find);
}
