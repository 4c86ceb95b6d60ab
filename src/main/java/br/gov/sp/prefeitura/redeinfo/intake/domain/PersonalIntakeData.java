package br.gov.sp.prefeitura.redeinfo.intake.domain;

import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalData;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalTables;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalTables.Column;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lists that a person took over; what they said of others is gone. */
@Component
class PersonalIntakeData implements PersonalData {

  private final PersonalTables tables;

  PersonalIntakeData(PersonalTables tables) {
    this.tables = tables;
  }

  @Override
  public List<Section> of(long personId) {
    return List.of(
        tables.read(
            "privacy.section.lists",
            """
            SELECT kind, state, uploaded_at, line_count FROM import_upload
             WHERE uploaded_by = :person ORDER BY id DESC
            """,
            personId,
            Column.of("list", "intake.kind."),
            Column.of("state", "intake.state."),
            Column.of("at"),
            Column.of("lines")));
  }
}
