package br.gov.sp.prefeitura.redeinfo.intake.domain;

import static br.gov.sp.prefeitura.redeinfo.intake.domain.Column.ACRONYM;
import static br.gov.sp.prefeitura.redeinfo.intake.domain.Column.ACT;
import static br.gov.sp.prefeitura.redeinfo.intake.domain.Column.BODY;
import static br.gov.sp.prefeitura.redeinfo.intake.domain.Column.BODY_NAME;
import static br.gov.sp.prefeitura.redeinfo.intake.domain.Column.BOND;
import static br.gov.sp.prefeitura.redeinfo.intake.domain.Column.EMAIL;
import static br.gov.sp.prefeitura.redeinfo.intake.domain.Column.END_REASON;
import static br.gov.sp.prefeitura.redeinfo.intake.domain.Column.FROM;
import static br.gov.sp.prefeitura.redeinfo.intake.domain.Column.FUNCTION;
import static br.gov.sp.prefeitura.redeinfo.intake.domain.Column.IDENTIFIER;
import static br.gov.sp.prefeitura.redeinfo.intake.domain.Column.IDENTIFIER_KIND;
import static br.gov.sp.prefeitura.redeinfo.intake.domain.Column.KIND;
import static br.gov.sp.prefeitura.redeinfo.intake.domain.Column.MAIL_DOMAINS;
import static br.gov.sp.prefeitura.redeinfo.intake.domain.Column.NAME;
import static br.gov.sp.prefeitura.redeinfo.intake.domain.Column.ORIGIN;
import static br.gov.sp.prefeitura.redeinfo.intake.domain.Column.SEAT;
import static br.gov.sp.prefeitura.redeinfo.intake.domain.Column.SUCCESSOR;
import static br.gov.sp.prefeitura.redeinfo.intake.domain.Column.TO;
import static br.gov.sp.prefeitura.redeinfo.intake.domain.Column.TRACK;
import static br.gov.sp.prefeitura.redeinfo.intake.domain.Column.UNIT;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a list is of, with its columns in the order of the template. */
public enum ListKind {
  BODIES(
      Set.of(ACRONYM, BODY_NAME, KIND, FROM, MAIL_DOMAINS, IDENTIFIER_KIND),
      ACRONYM,
      BODY_NAME,
      KIND,
      MAIL_DOMAINS,
      IDENTIFIER_KIND,
      FROM,
      TO,
      SUCCESSOR),
  PERSONS(Set.of(NAME, EMAIL, BODY, BOND), NAME, EMAIL, BODY, BOND, UNIT, IDENTIFIER),
  /** A person is named by e-mail, or by the body's number for them. */
  APPOINTMENTS(
      Set.of(FUNCTION), EMAIL, IDENTIFIER, BODY, FUNCTION, TRACK, SEAT, FROM, TO, ACT, END_REASON),
  /** People whom campaigns may invite. */
  CONTACTS(Set.of(NAME, EMAIL, BODY, ORIGIN), NAME, EMAIL, BODY, ORIGIN);

  private final Set<Column> required;
  private final List<Column> columns;

  ListKind(Set<Column> required, Column... columns) {
    this.required = required;
    this.columns = List.of(columns);
  }

  public List<Column> columns() {
    return columns;
  }

  /** Without which a list cannot be read. */
  public boolean requires(Column column) {
    return required.contains(column);
  }

  /** As it stands in addresses and file names. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
