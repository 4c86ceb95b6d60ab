package br.gov.sp.prefeitura.redeinfo.succession.domain;

import br.gov.sp.prefeitura.redeinfo.network.Holdings.Holding;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import java.util.List;

/**
 * One thing a leaving person holds, as the plan shows it.
 *
 * @param choices who may get it instead of who the rule says
 * @param chosen who was chosen, or {@code null} for the rule
 * @param byRule in words: who gets it by rule
 */
public record HeldThing(Holding holding, List<Person> choices, Person chosen, String byRule) {

  public HeldThing {
    choices = List.copyOf(choices);
  }

  /** Names the thing in forms. */
  public String key() {
    return key(holding.messageKey(), holding.ref());
  }

  static String key(String messageKey, String ref) {
    return messageKey + "|" + ref;
  }
}
