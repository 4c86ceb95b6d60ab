package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/**
 * Runs an operation of the engine in the application's own name. The ports of {@code workflow} do,
 * whose callers decided already whether the person behind it may; nobody else can, because this
 * class is not visible to them.
 */
@Component
class AsApplication {

  private static final ThreadLocal<Integer> DEPTH = ThreadLocal.withInitial(() -> 0);

  private final IdentityService identity;

  AsApplication(IdentityService identity) {
    this.identity = identity;
  }

  /** Whether the calling thread is within such an operation. */
  static boolean isRunning() {
    return DEPTH.get() > 0;
  }

  /** The operation's result; a person whom the thread had signed in is so again afterwards. */
  <T> T call(Supplier<T> operation) {
    Authentication before = identity.getCurrentAuthentication();
    identity.clearAuthentication();
    enter();
    try {
      return operation.get();
    } finally {
      leave();
      identity.setAuthentication(before);
    }
  }

  void run(Runnable operation) {
    call(
        () -> {
          operation.run();
          return null;
        });
  }

  static void enter() {
    DEPTH.set(DEPTH.get() + 1);
  }

  static void leave() {
    int depth = DEPTH.get() - 1;
    if (depth == 0) {
      DEPTH.remove();
    } else {
      DEPTH.set(depth);
    }
  }
}
