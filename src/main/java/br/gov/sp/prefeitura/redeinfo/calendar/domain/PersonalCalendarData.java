package br.gov.sp.prefeitura.redeinfo.calendar.domain;

import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalData;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalTables;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalTables.Column;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether a calendar program reads a person's dates. */
@Component
class PersonalCalendarData implements PersonalData {

  private final PersonalTables tables;

  PersonalCalendarData(PersonalTables tables) {
    this.tables = tables;
  }

  @Override
  public List<Section> of(long personId) {
    return List.of(
        tables.read(
            "privacy.section.calendar",
            """
            SELECT made_at, last_read_at FROM calendar_feed WHERE person_id = :person
            """,
            personId,
            Column.of("at"),
            Column.of("last-used")));
  }
}
