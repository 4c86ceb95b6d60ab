package br.gov.sp.prefeitura.redeinfo.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.gov.sp.prefeitura.redeinfo.shared.time.MovableClock;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EngineClockTest {

  private static final Instant LAUNCH = Instant.parse("2017-05-18T12:00:00Z");
  private static final Instant GAZETTE = Instant.parse("2017-06-09T12:00:00Z");

  private final MovableClock application = new MovableClock(Clock.system(SaoPaulo.ZONE));
  private final EngineClock clock = new EngineClock(application);

  @AfterEach
  void restore() {
    clock.restore();
  }

  @Test
  @DisplayName("One thread lives in 2017 with the application and the engine, others do not notice")
  void oneThreadAlone() {
    clock.callAt(
        LAUNCH,
        () -> {
          assertThat(application.instant()).isEqualTo(LAUNCH);
          assertThat(ClockUtil.now()).isEqualTo(Date.from(LAUNCH));
          assertThat(MovableClock.isReplaying()).isTrue();
          assertThat(elsewhere(application::instant)).isAfter(LAUNCH.plusSeconds(3600));
          assertThat(elsewhere(() -> ClockUtil.now().toInstant()))
              .isAfter(LAUNCH.plusSeconds(3600));
          return null;
        });
  }

  @Test
  @DisplayName("The true time is back after the work, also when it fails, and nesting is undone")
  void timeIsRestored() {
    assertThatThrownBy(
            () ->
                clock.callAt(
                    LAUNCH,
                    () -> {
                      clock.callAt(GAZETTE, () -> null);
                      assertThat(application.instant()).isEqualTo(LAUNCH);
                      throw new IllegalStateException("interrupted");
                    }))
        .hasMessage("interrupted");
    assertThat(MovableClock.isReplaying()).isFalse();
    assertThat(application.instant()).isAfter(GAZETTE.plusSeconds(3600));
    assertThat(ClockUtil.now()).isAfter(Date.from(GAZETTE.plusSeconds(3600)));
  }

  @Test
  @DisplayName(
      "Set for everybody, all threads and the engine see the same time until it is restored")
  void everybody() {
    clock.setTo(GAZETTE);
    assertThat(elsewhere(application::instant)).isEqualTo(GAZETTE);
    assertThat(elsewhere(() -> ClockUtil.now().toInstant())).isEqualTo(GAZETTE);
    clock.restore();
    assertThat(ClockUtil.now()).isAfter(Date.from(GAZETTE.plusSeconds(3600)));
  }

  private static Instant elsewhere(java.util.function.Supplier<Instant> question) {
    return CompletableFuture.supplyAsync(question).join();
  }
}
