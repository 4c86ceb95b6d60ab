package br.gov.sp.prefeitura.redeinfo.nomination.process;

import static br.gov.sp.prefeitura.redeinfo.nomination.process.NominationApprovalProcess.DECISION_BOND_PERMANENCE;
import static br.gov.sp.prefeitura.redeinfo.nomination.process.NominationApprovalProcess.DECISION_ELIGIBILITY;

import br.gov.sp.prefeitura.redeinfo.network.Bond;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.EligibilityRules;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.Finding.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The rules as two decision tables, however they are reached. */
record DmnEligibilityRules(Tables tables) implements EligibilityRules {

  /** Evaluates a table of one deployment. */
  interface Tables {
    List<Map<String, Object>> evaluate(String decisionKey, Map<String, Object> inputs);
  }

  @Override
  public List<Verdict> evaluate(Facts facts) {
    Map<String, Object> inputs =
        Map.of(
            "about", facts.about().name().toLowerCase(Locale.ROOT),
            "bodyExists", facts.bodyExists(),
            "filledInByHead", facts.filledInByHead(),
            "mailDomainMatches", facts.mailDomainMatches(),
            "seatedElsewhere", facts.seatedElsewhere(),
            "headOfBody", facts.headOfBody(),
            "indicatedSelf", facts.indicatedSelf(),
            "pairComplete", facts.pairComplete(),
            "permanentCount", facts.permanentCount(),
            "permanentRequired", facts.permanentRequired());
    return tables.evaluate(DECISION_ELIGIBILITY, inputs).stream()
        .map(
            row ->
                new Verdict(
                    row.get("reasonCode").toString(),
                    Severity.valueOf(row.get("severity").toString().toUpperCase(Locale.ROOT))))
        .toList();
  }

  @Override
  public boolean isPermanent(Bond bond) {
    return tables.evaluate(DECISION_BOND_PERMANENCE, Map.of("bond", bond.name())).stream()
        .anyMatch(row -> Boolean.TRUE.equals(row.get("permanent")));
  }
}
