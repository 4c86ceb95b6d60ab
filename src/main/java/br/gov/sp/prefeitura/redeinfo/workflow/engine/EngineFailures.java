package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Predicate;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;

/** Says in the application's words what the engine says in its exceptions. */
final class EngineFailures {

  /** Deadlock and serialisation failure: the other transaction won. */
  private static final Set<String> LOST_THE_RACE = Set.of("40P01", "40001");

  private EngineFailures() {}

  /** A refusal by a listener arrives wrapped; the caller gets it as it was thrown. */
  static RuntimeException unwrap(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal refusal) {
        return refusal;
      }
    }
    return failure;
  }

  /** What a person who lost a race, or found the instance suspended, is told. */
  static RuntimeException forPerson(RuntimeException failure) {
    RuntimeException unwrapped = unwrap(failure);
    if (unwrapped instanceof Refusal) {
      return unwrapped;
    }
    if (anyCause(failure, EngineFailures::isLostRace)) {
      return Refusal.conflict("task.changed");
    }
    return anyCause(failure, SuspendedEntityInteractionException.class::isInstance)
        ? Refusal.conflict("task.suspended")
        : failure;
  }

  private static boolean isLostRace(Throwable cause) {
    return cause instanceof OptimisticLockingException
        || cause instanceof SQLException sql && LOST_THE_RACE.contains(sql.getSQLState());
  }

  private static boolean anyCause(Throwable failure, Predicate<Throwable> test) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (test.test(cause)) {
        return true;
      }
    }
    return false;
  }
}
