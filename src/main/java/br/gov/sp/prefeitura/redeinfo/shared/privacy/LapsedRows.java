package br.gov.sp.prefeitura.redeinfo.shared.privacy;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A kind of personal data that lapses row by row: columns that are cleared, or rows that go as a
 * whole. The SQL is the module's own, about its own tables; {@code :before} is the moment before
 * which rows have lapsed.
 */
public final class LapsedRows implements Retention {

  private final String kind;
  private final JdbcClient jdbc;
  private final List<Part> parts;

  /**
   * @param parts in the order in which they are made anonymous
   */
  public LapsedRows(String kind, JdbcClient jdbc, Part... parts) {
    this.kind = kind;
    this.jdbc = jdbc;
    this.parts = List.of(parts);
  }

  @Override
  public String kind() {
    return kind;
  }

  @Override
  public long lapsed(Instant before) {
    return parts.stream()
        .mapToLong(
            part ->
                jdbc.sql("SELECT count(*) FROM " + part.table() + " t WHERE " + part.condition())
                    .param("before", Timestamp.from(before))
                    .query(Long.class)
                    .single())
        .sum();
  }

  @Override
  public int anonymise(Instant before, int limit) {
    int done = 0;
    for (Part part : parts) {
      if (done < limit) {
        done +=
            jdbc.sql(part.change())
                .param("before", Timestamp.from(before))
                .param("limit", limit - done)
                .update();
      }
    }
    return done;
  }

  /**
   * Rows of one table.
   *
   * @param condition when a row has lapsed and still says something; the table's alias is {@code t}
   * @param verb what happens to them, up to the table's {@code WHERE}
   */
  public record Part(String table, String condition, String verb) {

    /** The rows stay, with these assignments. */
    public static Part clearing(String table, String assignments, String condition) {
      return new Part(table, condition, "UPDATE " + table + " SET " + assignments);
    }

    /** The rows go. */
    public static Part deleting(String table, String condition) {
      return new Part(table, condition, "DELETE FROM " + table);
    }

    private String change() {
      return verb
          + " WHERE ctid = ANY (ARRAY(SELECT t.ctid FROM "
          + table
          + " t WHERE "
          + condition
          + " LIMIT :limit FOR UPDATE OF t))";
    }
  }
}
