package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotAccess.View;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotEvent.Kind;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotEvent.Sight;
import java.util.Set;

/** What of a line of the story a reader may know. */
final class StorySight {

  /** Reasons that are the coordination's opinion on a proposal. */
  private static final Set<Kind> OPINIONS =
      Set.of(
          Kind.ENDORSEMENT_RETURNED,
          Kind.ENDORSEMENT_REFUSED,
          Kind.FORWARDED,
          Kind.ADJUSTMENT_ASKED,
          Kind.NOT_RECOMMENDED,
          Kind.REPORT_RETURNED,
          Kind.COMPLETION_RETURNED);

  private StorySight() {}

  /** The line without what the reader may not know: the reason, and who of the servants it was. */
  static PilotEvent cut(PilotEvent event, View view) {
    return new PilotEvent(
        event.id(),
        event.kind(),
        event.at(),
        view.seesInside() ? event.personId() : null,
        event.bodyId(),
        readsReason(event, view) ? event.reason() : null,
        event.sight());
  }

  private static boolean readsReason(PilotEvent event, View view) {
    if (event.sight() == Sight.PUBLIC) {
      return true;
    }
    if (event.sight() == Sight.COMMITTEE) {
      return view.seesVotes();
    }
    return view.seesOpinions() || view.seesInside() && !OPINIONS.contains(event.kind());
  }
}
