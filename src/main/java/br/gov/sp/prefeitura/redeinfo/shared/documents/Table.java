package br.gov.sp.prefeitura.redeinfo.shared.documents;

import java.util.List;

/**
 * A table as a person's file contains it: texts, cleaned of what cannot be seen. Every row has as
 * many cells as the header; empty cells are empty texts, empty rows are left out.
 */
public record Table(List<String> header, List<Row> rows) {

  public Table {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  /**
   * @param line its number in the file, as the person's program counts: the header is usually 1
   */
  public record Row(int line, List<String> cells) {

    public Row {
      cells = List.copyOf(cells);
    }
  }
}
