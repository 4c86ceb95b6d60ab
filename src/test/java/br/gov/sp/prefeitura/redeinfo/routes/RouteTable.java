package br.gov.sp.prefeitura.redeinfo.routes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/**
 * A table of decisions, {@code src/test/resources/routes/NAME.txt}: a request per line, a role per
 * column. A cell is the status of the answer; {@code *} after it: the answer names what only body A
 * and its overseers may know; {@code ?}: it may (a list that shows what is newest); without either
 * it must not. A dash: not asked, because it would end the session, count as a guess, or take away
 * what others are asked about.
 */
record RouteTable(String name, List<Role> columns, List<Row> rows) {

  static final String UNASKED = "-";

  /**
   * @param path with things of the world in braces
   */
  record Row(String method, String path, Map<Role, String> cells) {}

  static RouteTable read(String name) {
    List<Role> columns = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    for (String line : lines(name)) {
      String[] words = line.strip().split("\\s+");
      if (words[0].equals("method")) {
        for (int i = 2; i < words.length; i++) {
          columns.add(Role.of(words[i]));
        }
        continue;
      }
      Map<Role, String> cells = new EnumMap<>(Role.class);
      for (int i = 0; i < columns.size(); i++) {
        cells.put(columns.get(i), i + 2 < words.length ? words[i + 2] : "");
      }
      rows.add(new Row(words[0], words[1], cells));
    }
    return new RouteTable(name, columns, rows);
  }

  private static List<String> lines(String name) {
    try {
      String text =
          new ClassPathResource("routes/" + name + ".txt")
              .getContentAsString(StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int cells() {
    return rows.size() * columns.size();
  }

  /** Leaves what was found where it can be compared with what was decided. */
  void writeFound(List<Row> found) {
    int width = found.stream().mapToInt(row -> row.path().length()).max().orElse(0);
    StringBuilder text = new StringBuilder();
    text.append(line("method", "path", width, columns.stream().map(Role::column).toList()));
    for (Row row : found) {
      List<String> cells = columns.stream().map(row.cells()::get).toList();
      text.append(line(row.method(), row.path(), width, cells));
    }
    try {
      Path folder = Files.createDirectories(Path.of("target", "routes"));
      Files.writeString(folder.resolve(name + ".txt"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String line(String method, String path, int width, List<String> cells) {
    StringBuilder line = new StringBuilder("%-7s %s".formatted(method, path));
    line.append(" ".repeat(Math.max(0, width - path.length())));
    for (int i = 0; i < cells.size(); i++) {
      String column = columns.get(i).column();
      line.append(' ').append(cells.get(i));
      line.append(" ".repeat(Math.max(0, Math.max(4, column.length()) - cells.get(i).length())));
    }
    return line.toString().stripTrailing() + "\n";
  }
}
