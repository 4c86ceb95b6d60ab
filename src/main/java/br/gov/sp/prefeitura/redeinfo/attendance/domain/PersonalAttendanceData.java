package br.gov.sp.prefeitura.redeinfo.attendance.domain;

import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalData;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalTables;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalTables.Column;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where a person was expected, and what the sheets say. */
@Component
class PersonalAttendanceData implements PersonalData {

  private final PersonalTables tables;

  PersonalAttendanceData(PersonalTables tables) {
    this.tables = tables;
  }

  @Override
  public List<Section> of(long personId) {
    return List.of(
        tables.read(
            "privacy.section.attendance",
            """
            SELECT e.title, e.starts_at, a.status, a.reason, a.means, a.marked_at
              FROM attendance_entry a JOIN attendance_event e ON e.id = a.event_id
             WHERE a.person_id = :person ORDER BY e.starts_at DESC
            """,
            personId,
            Column.of("event"),
            Column.of("at"),
            Column.of("attendance", "attendance.status."),
            Column.of("reason"),
            Column.of("means", "attendance.means."),
            Column.of("marked")),
        tables.read(
            "privacy.section.attendance-corrections",
            """
            SELECT e.title, c.old_status, c.new_status, c.reason, c.corrected_at
              FROM attendance_correction c JOIN attendance_event e ON e.id = c.event_id
             WHERE c.person_id = :person ORDER BY c.id DESC
            """,
            personId,
            Column.of("event"),
            Column.of("before", "attendance.status."),
            Column.of("after", "attendance.status."),
            Column.of("reason"),
            Column.of("at")));
  }
}
