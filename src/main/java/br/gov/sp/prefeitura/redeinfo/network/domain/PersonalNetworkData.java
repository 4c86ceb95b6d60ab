package br.gov.sp.prefeitura.redeinfo.network.domain;

import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalData;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalTables;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalTables.Column;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A person's details and appointments. */
@Component
@Order(1)
class PersonalNetworkData implements PersonalData {

  private final PersonalTables tables;

  PersonalNetworkData(PersonalTables tables) {
    this.tables = tables;
  }

  @Override
  public List<Section> of(long personId) {
    return List.of(
        tables.read(
            "privacy.section.person",
            """
            SELECT p.name, p.email, p.username, p.identifier, p.bond, n.acronym, p.unit, p.created_at
              FROM person p
              LEFT JOIN LATERAL (SELECT acronym FROM body_name b WHERE b.body_id = p.body_id
                                  ORDER BY valid_from DESC LIMIT 1) n ON true
             WHERE p.id = :person
            """,
            personId,
            Column.of("name"),
            Column.of("email"),
            Column.of("username"),
            Column.of("identifier"),
            Column.of("bond", "bond."),
            Column.of("body"),
            Column.of("unit"),
            Column.of("since")),
        tables.read(
            "privacy.section.appointments",
            """
            SELECT a.function, n.acronym, a.track, a.seat, a.valid_from, a.valid_to, a.act, a.end_reason, a.end_act
              FROM appointment a
              LEFT JOIN LATERAL (SELECT acronym FROM body_name b WHERE b.body_id = a.body_id
                                  ORDER BY valid_from DESC LIMIT 1) n ON true
             WHERE a.person_id = :person ORDER BY a.valid_from DESC, a.id DESC
            """,
            personId,
            Column.of("function", "function."),
            Column.of("body"),
            Column.of("track", "track."),
            Column.of("seat", "seat."),
            Column.of("from"),
            Column.of("until"),
            Column.of("act"),
            Column.of("end-reason", "end-reason."),
            Column.of("end-act")));
  }
}
