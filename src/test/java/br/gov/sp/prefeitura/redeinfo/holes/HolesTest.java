package br.gov.sp.prefeitura.redeinfo.holes;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.plaincamunda.Trap;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * The same requests against plain Camunda and against us. That each succeeds there shows that it is
 * an attack at all; that it fails here, that the hole is closed.
 */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Somebody who attacks")
class HolesTest {

  @TempDir static Path traces;

  @Autowired ApplicationContext context;

  private PlainTarget plain;
  private OurTarget ours;

  static Stream<Attack> attacks() {
    return Stream.concat(Attacks.all(), SessionAttacks.all().stream());
  }

  @BeforeAll
  void start() {
    System.setProperty(Trap.DIRECTORY, traces.toString());
    plain = new PlainTarget(traces);
    ours = new OurTarget(context);
  }

  @AfterAll
  void stop() {
    System.clearProperty(Trap.DIRECTORY);
    plain.close();
    ours.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  @DisplayName("plain Camunda 7.24.0")
  void succeedsAgainstPlainCamunda(Attack attack) {
    assertThat(attack.tried().test(plain)).as("succeeds against plain Camunda").isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  @DisplayName("our application: never")
  void failsAgainstOurs(Attack attack) {
    assertThat(attack.tried().test(ours)).as("succeeds against ours").isFalse();
  }

  @Test
  @Tag("attack")
  @DisplayName("gets blank pages from plain Camunda by loading in parallel, and none from ours")
  void parallelLoads(TestReporter reporter) throws Exception {
    int loads = Boolean.getBoolean("rede-info.attack") ? 1500 : 40;
    plain.appointAdministrator();
    long blankThere = SessionAttacks.pagesWithWrongNonce(plain, loads);
    plain.dismissAdministrator();
    long blankHere = SessionAttacks.pagesWithWrongNonce(ours, loads);
    String figures =
        "pages with another's nonce, of %d: plain Camunda %d, ours %d"
            .formatted(loads, blankThere, blankHere);
    reporter.publishEntry("parallel loads", figures);
    Files.writeString(Path.of("target", "nonces.md"), figures + "\n");
    assertThat(blankThere).isPositive();
    assertThat(blankHere).isZero();
  }
}
