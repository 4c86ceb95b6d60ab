package br.gov.sp.prefeitura.redeinfo.certificate.domain;

import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalData;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalTables;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalTables.Column;
import java.util.List;
import org.springframework.stereotype.Component;

/** A person's certificates; the files themselves are at their own addresses. */
@Component
class PersonalCertificates implements PersonalData {

  private final PersonalTables tables;

  PersonalCertificates(PersonalTables tables) {
    this.tables = tables;
  }

  @Override
  public List<Section> of(long personId) {
    return List.of(
        tables.read(
            "privacy.section.certificates",
            """
            SELECT code, person_name, course_title, minutes, issued_at, revoked_at, revoked_reason
              FROM certificate WHERE person_id = :person ORDER BY issued_at DESC
            """,
            personId,
            Column.of("code"),
            Column.of("name"),
            Column.of("training"),
            Column.of("minutes"),
            Column.of("issued"),
            Column.of("revoked"),
            Column.of("reason")));
  }
}
