package br.gov.sp.prefeitura.redeinfo.network;

import br.gov.sp.prefeitura.redeinfo.network.Holdings.Holding;
import java.util.Optional;

/** Who gets what somebody held, where somebody has decided; the rule decides the rest. */
@FunctionalInterface
public interface Successors {

  /** Nobody has decided anything. */
  Successors BY_RULE = (messageKey, ref) -> Optional.empty();

  /** Id of the person who was chosen for the thing of this kind. */
  Optional<Long> chosenFor(String messageKey, String ref);

  /** Likewise, if the choice is (still) among those the holding allows. */
  default Optional<Long> chosenFor(Holding holding) {
    return chosenFor(holding.messageKey(), holding.ref()).filter(holding.choices()::contains);
  }

  /** Knows what was planned for the end of an appointment; implemented where plans are made. */
  interface Plans {

    /** What was chosen for everything held through the appointment. */
    Successors forEndOf(Appointment ended);
  }
}
