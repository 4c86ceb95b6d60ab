package br.gov.sp.prefeitura.redeinfo.nomination.domain;

import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalData;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalTables;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalTables.Column;
import java.util.List;
import org.springframework.stereotype.Component;

/** What nominations say of a person, and what they decided about some. */
@Component
class PersonalNominationData implements PersonalData {

  private final PersonalTables tables;

  PersonalNominationData(PersonalTables tables) {
    this.tables = tables;
  }

  @Override
  public List<Section> of(long personId) {
    return List.of(
        tables.read(
            "privacy.section.nomination-seats",
            """
            SELECT s.nomination_id, s.track, s.seat, s.name, s.email, s.identifier, s.justification, s.filled_at,
                   s.answer, s.answered_at
              FROM nomination_seat s WHERE s.person_id = :person ORDER BY s.nomination_id DESC, s.track, s.seat
            """,
            personId,
            Column.of("nomination"),
            Column.of("track", "track."),
            Column.of("seat", "seat."),
            Column.of("name"),
            Column.of("email"),
            Column.of("identifier"),
            Column.of("justification"),
            Column.of("at"),
            Column.of("answer", "nomination.answer."),
            Column.of("answered")),
        tables.read(
            "privacy.section.nomination-decisions",
            """
            SELECT nomination_id, step, decision, reason, decided_at FROM nomination_decision
             WHERE decided_by = :person ORDER BY id DESC
            """,
            personId,
            Column.of("nomination"),
            Column.of("step", "nomination.step."),
            Column.of("decision"),
            Column.of("reason"),
            Column.of("at")));
  }
}
