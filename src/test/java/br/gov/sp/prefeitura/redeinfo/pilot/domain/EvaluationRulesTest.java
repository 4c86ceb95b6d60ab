package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import br.gov.sp.prefeitura.redeinfo.pilot.domain.Pilot.Completion;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Pilot.EarlyResults;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An evaluation")
class EvaluationRulesTest {

  @ParameterizedTest(name = "{0}, {1}, with {2} pieces of evidence: {3}")
  @CsvSource({
    "NO_EVIDENCE, DID_NOT_CHANGE, 0, ''",
    "NOT_STARTED, DID_NOT_CHANGE, 0, ''",
    "LIMITED, DID_NOT_CHANGE, 0, completion",
    "SUBSTANTIAL, DID_NOT_CHANGE, 0, completion",
    "COMPLETE, DID_NOT_CHANGE, 0, completion",
    "NO_EVIDENCE, WORSENED, 0, earlyResults",
    "NO_EVIDENCE, MARGINAL, 0, earlyResults",
    "COMPLETE, OUTSTANDING, 0, completion earlyResults",
    "COMPLETE, OUTSTANDING, 1, ''",
    "LIMITED, WORSENED, 1, ''",
    "NOT_STARTED, DID_NOT_CHANGE, 1, ''",
    "NO_EVIDENCE, DID_NOT_CHANGE, 1, completion",
    ", , 1, completion earlyResults"
  })
  @DisplayName("claims nothing without evidence, and does not overlook what there is")
  void claims(Completion completion, EarlyResults results, int evidence, String refused) {
    Findings findings = new Findings();
    EvaluationRules.check(findings, completion, results, evidence);
    Refusal refusal = catchThrowableOfType(Refusal.class, findings::refuse);
    List<Violation> found = refusal == null ? List.of() : refusal.violations();
    assertThat(found.stream().map(Violation::field).collect(Collectors.joining(" ")))
        .isEqualTo(refused);
  }
}
