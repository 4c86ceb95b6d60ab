package br.gov.sp.prefeitura.redeinfo.shared.documents;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.util.ArrayList;
import java.util.List;

/** Takes rows as they are read and refuses as soon as a limit is passed. */
final class TableBuilder {

  private final TableLimits limits;
  private final List<Table.Row> rows = new ArrayList<>();
  private List<String> header;

  TableBuilder(TableLimits limits) {
    this.limits = limits;
  }

  void add(int line, List<String> raw) {
    List<String> cells = new ArrayList<>(Math.min(raw.size(), limits.columns()));
    int last = raw.size();
    while (last > 0 && (raw.get(last - 1) == null || raw.get(last - 1).isBlank())) {
      last--;
    }
    if (last > limits.columns()) {
      throw Refusal.tooLarge(TableReader.FIELD, "table.too-many-columns", limits.columns());
    }
    for (String cell : raw.subList(0, last)) {
      cells.add(clean(line, cell == null ? "" : cell));
    }
    if (cells.stream().allMatch(String::isEmpty)) {
      return;
    }
    if (header == null) {
      header = cells;
      return;
    }
    if (cells.size() > header.size()) {
      throw Refusal.invalidField(TableReader.FIELD, "table.more-cells-than-header", line);
    }
    if (rows.size() == limits.lines()) {
      throw Refusal.tooLarge(TableReader.FIELD, "table.too-many-lines", limits.lines());
    }
    while (cells.size() < header.size()) {
      cells.add("");
    }
    rows.add(new Table.Row(line, cells));
  }

  Table table() {
    if (header == null) {
      throw Refusal.invalidField(TableReader.FIELD, "table.empty");
    }
    if (rows.isEmpty()) {
      throw Refusal.invalidField(TableReader.FIELD, "table.no-lines");
    }
    return new Table(header, rows);
  }

  private String clean(int line, String cell) {
    if (cell.length() > limits.cellLength()) {
      throw Refusal.tooLarge(TableReader.FIELD, "table.cell-too-long", line, limits.cellLength());
    }
    return CellText.clean(cell)
        .orElseThrow(() -> Refusal.invalidField(TableReader.FIELD, "table.characters", line));
  }
}
