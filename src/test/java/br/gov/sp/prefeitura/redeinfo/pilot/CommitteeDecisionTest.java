package br.gov.sp.prefeitura.redeinfo.pilot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The committee's decision table")
class CommitteeDecisionTest {

  private static final DmnEngine ENGINE =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
  private static final DmnDecision TABLE = table();

  @ParameterizedTest(name = "quorum {0}, majority {1} → {2}")
  @CsvSource({
    "false, 0, NO_QUORUM",
    "false, 5, NO_QUORUM",
    "false, -5, NO_QUORUM",
    "true, 1, APPROVED",
    "true, 12, APPROVED",
    "true, -1, REJECTED",
    "true, -12, REJECTED",
    "true, 0, TIE"
  })
  @DisplayName("decides by quorum and majority, one rule for each case")
  void decides(boolean quorumMet, int majority, String outcome) {
    assertThat(
            ENGINE
                .evaluateDecisionTable(TABLE, Map.of("quorumMet", quorumMet, "majority", majority))
                .getSingleResult()
                .<String>getSingleEntry())
        .isEqualTo(outcome);
  }

  private static DmnDecision table() {
    try (InputStream model = Files.newInputStream(Path.of("processes", "committee-decision.dmn"))) {
      return ENGINE.parseDecision("committee-decision", model);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
