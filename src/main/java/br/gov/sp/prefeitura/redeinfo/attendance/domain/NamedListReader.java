package br.gov.sp.prefeitura.redeinfo.attendance.domain;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceStatus;
import br.gov.sp.prefeitura.redeinfo.shared.documents.Cpf;
import br.gov.sp.prefeitura.redeinfo.shared.documents.PlainText;
import br.gov.sp.prefeitura.redeinfo.shared.documents.Table;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds in a table who is named and what is said of them; what it means is judged later. */
final class NamedListReader {

  private static final String FIELD = "file";

  private enum Column {
    EMAIL("e mail", "email", "e mail institucional", "email institucional", "endereco de e mail"),
    IDENTIFIER("rf", "registro funcional", "matricula", "numero funcional", "identificador"),
    NAME("nome", "nome completo", "name", "servidor", "servidora", "participante"),
    STATUS("presenca", "situacao", "attendance", "status");

    private final Set<String> headers;

    Column(String... headers) {
      this.headers = Set.of(headers);
    }
  }

  private static final Set<String> PRESENT =
      Set.of("presente", "p", "sim", "s", "x", "1", "present", "yes", "y", "compareceu");
  private static final Set<String> ABSENT =
      Set.of("ausente", "a", "f", "falta", "faltou", "nao", "n", "0", "absent", "no");

  private NamedListReader() {}

  /**
   * Without a column about presence, whoever is named was present; with one, lines that say nothing
   * are left out.
   *
   * @throws Refusal if nobody is named, a column comes twice, or one holds CPFs
   */
  static NamedList read(Table table) {
    Cpf.refuseIn(table);
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    for (int i = 0; i < table.header().size(); i++) {
      String header = PlainText.of(table.header().get(i));
      for (Column column : Column.values()) {
        if (column.headers.contains(header) && places.putIfAbsent(column, i) != null) {
          throw Refusal.invalidField(FIELD, "attendance.list.column-twice", header);
        }
      }
    }
    if (places.keySet().stream().noneMatch(column -> column != Column.STATUS)) {
      throw Refusal.invalidField(FIELD, "attendance.list.nobody-named");
    }
    List<NamedList.Line> lines = new ArrayList<>();
    for (Table.Row row : table.rows()) {
      String said = PlainText.of(cell(row, places.get(Column.STATUS)));
      if (places.containsKey(Column.STATUS) && said.isEmpty()) {
        continue;
      }
      lines.add(
          new NamedList.Line(
              row.line(),
              cell(row, places.get(Column.EMAIL)).toLowerCase(Locale.ROOT),
              cell(row, places.get(Column.IDENTIFIER)).toUpperCase(Locale.ROOT),
              cell(row, places.get(Column.NAME)),
              places.containsKey(Column.STATUS) ? status(said) : AttendanceStatus.PRESENT));
    }
    if (lines.isEmpty()) {
      throw Refusal.invalidField(FIELD, "attendance.list.nobody-marked");
    }
    return new NamedList(lines);
  }

  private static AttendanceStatus status(String said) {
    return PRESENT.contains(said)
        ? AttendanceStatus.PRESENT
        : ABSENT.contains(said) ? AttendanceStatus.ABSENT : null;
  }

  private static String cell(Table.Row row, Integer place) {
    return place == null ? "" : row.cells().get(place);
  }
}
