package br.gov.sp.prefeitura.redeinfo.identity.domain;

import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalData;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalTables;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalTables.Column;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A person's account, without what opens it. */
@Component
@Order(2)
class PersonalAccountData implements PersonalData {

  private final PersonalTables tables;

  PersonalAccountData(PersonalTables tables) {
    this.tables = tables;
  }

  @Override
  public List<Section> of(long personId) {
    return List.of(
        tables.read(
            "privacy.section.account",
            """
            SELECT username, created_at, password_set_at, disabled_at FROM account WHERE person_id = :person
            """,
            personId,
            Column.of("username"),
            Column.of("since"),
            Column.of("password-set"),
            Column.of("disabled")),
        tables.read(
            "privacy.section.devices",
            """
            SELECT last_used_at FROM known_device WHERE person_id = :person ORDER BY last_used_at DESC
            """,
            personId,
            Column.of("last-used")),
        tables.read(
            "privacy.section.password-links",
            """
            SELECT issued_at, valid_until, used_at FROM password_link WHERE person_id = :person
             ORDER BY issued_at DESC
            """,
            personId,
            Column.of("at"),
            Column.of("until"),
            Column.of("used")));
  }
}
