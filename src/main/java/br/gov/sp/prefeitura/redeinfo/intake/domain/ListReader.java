package br.gov.sp.prefeitura.redeinfo.intake.domain;

import br.gov.sp.prefeitura.redeinfo.shared.documents.Cpf;
import br.gov.sp.prefeitura.redeinfo.shared.documents.Table;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the columns of a list in a table; what they say is judged line by line later. */
@Component
class ListReader {

  private static final String FIELD = "file";
  private static final int HEADER_LENGTH = 60;

  private final Vocabulary vocabulary;

  ListReader(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * @throws Refusal if a column is missing, comes twice, or holds CPFs
   */
  UploadedList read(ListKind kind, Table table) {
    Cpf.refuseIn(table);
    Map<Column, Integer> places = new LinkedHashMap<>();
    List<String> ignored = new ArrayList<>();
    for (int i = 0; i < table.header().size(); i++) {
      String header = table.header().get(i);
      Optional<Column> column = vocabulary.column(kind, header);
      if (column.isEmpty()) {
        ignored.add(shortened(header));
      } else if (places.putIfAbsent(column.get(), i) != null) {
        throw Refusal.invalidField(
            FIELD, "intake.column-twice", vocabulary.header(column.get()), shortened(header));
      }
    }
    requireAll(kind, places);
    List<Column> columns = List.copyOf(places.keySet());
    return new UploadedList(
        kind,
        columns,
        ignored.stream().filter(header -> !header.isEmpty()).toList(),
        table.rows().stream()
            .map(
                row ->
                    new UploadedList.Line(
                        row.line(),
                        columns.stream()
                            .map(column -> row.cells().get(places.get(column)))
                            .toList()))
            .toList());
  }

  private void requireAll(ListKind kind, Map<Column, Integer> places) {
    List<String> missing =
        kind.columns().stream()
            .filter(kind::requires)
            .filter(column -> !places.containsKey(column))
            .map(vocabulary::header)
            .toList();
    if (!missing.isEmpty()) {
      throw Refusal.invalidField(FIELD, "intake.columns-missing", String.join(", ", missing));
    }
    if (kind == ListKind.APPOINTMENTS
        && !places.containsKey(Column.EMAIL)
        && !places.containsKey(Column.IDENTIFIER)) {
      throw Refusal.invalidField(
          FIELD,
          "intake.nobody-named",
          vocabulary.header(Column.EMAIL),
          vocabulary.header(Column.IDENTIFIER));
    }
  }

  private static String shortened(String header) {
    return header.length() <= HEADER_LENGTH ? header : header.substring(0, HEADER_LENGTH) + "…";
  }
}
