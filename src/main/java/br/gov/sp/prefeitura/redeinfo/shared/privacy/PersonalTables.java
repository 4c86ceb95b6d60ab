package br.gov.sp.prefeitura.redeinfo.shared.privacy;

import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalData.Section;
import br.gov.sp.prefeitura.redeinfo.shared.web.Dates;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads a section of a person's copy of their data, one statement each, in the words of pages. */
@Component
public class PersonalTables {

  /** More than anybody has; a copy stays a file that opens. */
  private static final int MOST = 5000;

  private final JdbcClient jdbc;
  private final MessageSource messages;
  private final Dates dates;

  PersonalTables(JdbcClient jdbc, MessageSource messages, Dates dates) {
    this.jdbc = jdbc;
    this.messages = messages;
    this.dates = dates;
  }

  /**
   * @param title the section's name, as a message of the bundle
   * @param sql gives the columns in their order; {@code :person} is the person's id
   */
  public Section read(String title, String sql, long personId, Column... columns) {
    List<Column> all = Arrays.asList(columns);
    return new Section(
        title,
        all.stream().map(Column::messageKey).toList(),
        jdbc.sql(sql + " LIMIT " + MOST)
            .param("person", personId)
            .query((row, number) -> cells(row, all))
            .list());
  }

  /** A moment as sections show it. */
  public String moment(Instant moment) {
    return dates.moment(moment);
  }

  private List<String> cells(ResultSet row, List<Column> columns) throws SQLException {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      cells.add(cell(row.getObject(i + 1), row, i + 1, columns.get(i)));
    }
    return cells;
  }

  private String cell(Object value, ResultSet row, int index, Column column) throws SQLException {
    if (value == null) {
      return null;
    }
    if (value instanceof Timestamp moment) {
      return dates.moment(moment.toInstant());
    }
    if (value instanceof Date day) {
      return dates.day(day.toLocalDate());
    }
    if (value instanceof Boolean yes) {
      return word("privacy.value." + yes, String.valueOf(yes));
    }
    String text = row.getString(index);
    return column.codes() == null ? text : word(column.codes() + text, text);
  }

  private String word(String key, String otherwise) {
    return messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale());
  }

  /**
   * @param messageKey its name
   * @param codes prefix of the messages that say what its codes mean; {@code null}: it holds text,
   *     a day, a moment or a truth value
   */
  public record Column(String messageKey, String codes) {

    /** A column that says what it holds by itself. */
    public static Column of(String name) {
      return new Column("privacy.column." + name, null);
    }

    /** A column of codes. */
    public static Column of(String name, String codes) {
      return new Column("privacy.column." + name, codes);
    }
  }
}
