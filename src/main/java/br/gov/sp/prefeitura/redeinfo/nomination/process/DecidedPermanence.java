package br.gov.sp.prefeitura.redeinfo.nomination.process;

import br.gov.sp.prefeitura.redeinfo.network.Bond;
import br.gov.sp.prefeitura.redeinfo.network.PermanenceRule;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationProperties;
import br.gov.sp.prefeitura.redeinfo.workflow.DecisionTables;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The rule as the latest table of bonds and the parameters say it. The table is asked once: a new
 * version comes with a new start of the application only, and public pages ask often.
 */
@Component
class DecidedPermanence implements PermanenceRule {

  private final DmnEligibilityRules rules;
  private final NominationProperties parameters;
  private volatile Set<Bond> permanentBonds;

  DecidedPermanence(DecisionTables tables, NominationProperties parameters) {
    this.rules = new DmnEligibilityRules(tables::evaluateLatest);
    this.parameters = parameters;
  }

  @Override
  public Set<Bond> permanentBonds() {
    Set<Bond> known = permanentBonds;
    if (known == null) {
      known =
          Stream.of(Bond.values())
              .filter(rules::isPermanent)
              .collect(Collectors.toCollection(() -> EnumSet.noneOf(Bond.class)));
      permanentBonds = known;
    }
    return Set.copyOf(known);
  }

  @Override
  public int permanentRequired(Track track) {
    return parameters.permanentRequired(track);
  }
}
