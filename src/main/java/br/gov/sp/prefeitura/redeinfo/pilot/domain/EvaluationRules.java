package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.pilot.domain.Pilot.Completion;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Pilot.EarlyResults;
import java.util.Set;

/**
 * What may be claimed of a pilot. A claim needs evidence: without any, completion is "no evidence"
 * or "not started" and the results are "did not change"; with some, "no evidence" is wrong.
 */
final class EvaluationRules {

  /** All that can be said of a pilot without a single piece of evidence. */
  private static final Set<Completion> WITHOUT_EVIDENCE =
      Set.of(Completion.NO_EVIDENCE, Completion.NOT_STARTED);

  private EvaluationRules() {}

  /**
   * @param completion {@code null} if none was chosen, like the results
   * @param evidence how many files and links there are
   */
  static void check(Findings findings, Completion completion, EarlyResults results, int evidence) {
    if (completion == null) {
      findings.add("completion", "pilot.choose");
    } else if (evidence == 0 && !WITHOUT_EVIDENCE.contains(completion)) {
      findings.add("completion", "pilot.evaluation.claim");
    } else if (evidence > 0 && completion == Completion.NO_EVIDENCE) {
      findings.add("completion", "pilot.evaluation.has-evidence", evidence);
    }
    if (results == null) {
      findings.add("earlyResults", "pilot.choose");
    } else if (evidence == 0 && results != EarlyResults.DID_NOT_CHANGE) {
      findings.add("earlyResults", "pilot.evaluation.claim");
    }
  }
}
