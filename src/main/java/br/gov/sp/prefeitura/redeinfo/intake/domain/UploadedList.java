package br.gov.sp.prefeitura.redeinfo.intake.domain;

import java.util.List;

/**
 * A list as it waits to be taken over: the columns that are read, and nothing of the others.
 *
 * @param columns in the file's order
 * @param ignored headers of columns that mean nothing to us; their cells are not kept
 */
record UploadedList(ListKind kind, List<Column> columns, List<String> ignored, List<Line> lines) {

  UploadedList {
    columns = List.copyOf(columns);
    ignored = List.copyOf(ignored);
    lines = List.copyOf(lines);
  }

  /**
   * @param number in the file
   * @param cells one per column
   */
  record Line(int number, List<String> cells) {

    Line {
      cells = List.copyOf(cells);
    }
  }
}
