package br.gov.sp.prefeitura.redeinfo.training.domain;

import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Tries what met somebody else once more: a person withdraws while they, in another tab, complete a
 * task of the same enrolment. Each try is a transaction of its own, so the caller has none open.
 */
@Component
public class Attempts {

  private static final int MOST = 3;

  /**
   * @throws ConcurrencyFailureException if the last try failed like the others
   */
  public <T> T of(Supplier<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return work.get();
      } catch (ConcurrencyFailureException e) {
        if (attempt == MOST) {
          throw e;
        }
      }
    }
  }
}
