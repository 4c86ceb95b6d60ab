package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads follow-ups for pages; lists are by due date and page by it. */
@Component
@Transactional(readOnly = true)
public class FollowUpQueries implements CarriedOver {

  private static final int LONGEST_TITLE = 200;

  private final JdbcClient jdbc;

  FollowUpQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public List<FollowUp> list(FollowUpFilter filter, int limit) {
    return select(filter, " LIMIT :limit")
        .param("limit", limit)
        .query((rs, n) -> FollowUpRepository.followUp(rs))
        .list();
  }

  /** All that the filter finds, one by one, however many there are. */
  public void each(FollowUpFilter filter, Consumer<FollowUp> reader) {
    try (Stream<FollowUp> found =
        select(filter, "").query((rs, n) -> FollowUpRepository.followUp(rs)).stream()) {
      found.forEach(reader);
    }
  }

  private StatementSpec select(FollowUpFilter filter, String end) {
    StringBuilder where = new StringBuilder(" WHERE f.state = ANY(:states)");
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("states", filter.states().stream().map(Enum::name).toArray(String[]::new));
    if (filter.ownerId() != null) {
      where.append(" AND f.owner_id = :owner");
      parameters.put("owner", filter.ownerId());
    }
    if (filter.bodyIds() != null) {
      where.append(" AND f.body_id = ANY(:bodies)");
      parameters.put("bodies", filter.bodyIds().toArray(Long[]::new));
    }
    if (filter.late()) {
      where.append(" AND f.late_since IS NOT NULL");
    }
    if (filter.after() != null) {
      where.append(" AND (f.due_on, f.id) > (:due, :id)");
      parameters.put("due", filter.after().dueOn());
      parameters.put("id", filter.after().id());
    }
    return jdbc.sql(FollowUpRepository.SELECT + where + " ORDER BY f.due_on, f.id" + end)
        .params(parameters);
  }

  /** Those that a meeting decided, in the order of its minutes. */
  public List<FollowUp> ofMeeting(long meetingId) {
    return jdbc.sql(FollowUpRepository.SELECT + " WHERE f.meeting_id = ? ORDER BY f.id")
        .param(meetingId)
        .query((rs, n) -> FollowUpRepository.followUp(rs))
        .list();
  }

  /** Those that belong to an initiative, by due date. */
  public List<FollowUp> ofInitiative(long initiativeId) {
    return jdbc.sql(
            FollowUpRepository.SELECT + " WHERE f.initiative_id = ? ORDER BY f.due_on, f.id")
        .param(initiativeId)
        .query((rs, n) -> FollowUpRepository.followUp(rs))
        .list();
  }

  /** How many of these bodies' are late. */
  public int countLate(Collection<Long> bodyIds) {
    return jdbc.sql(
            """
            SELECT count(*) FROM follow_up
             WHERE body_id = ANY(?) AND ended_at IS NULL AND late_since IS NOT NULL
            """)
        .param(bodyIds.toArray(Long[]::new))
        .query(Integer.class)
        .single();
  }

  @Override
  public List<Open> open(String kind) {
    return jdbc.sql(
            """
            SELECT f.id, f.text
              FROM follow_up f JOIN meeting m ON m.id = f.meeting_id
             WHERE m.kind = ? AND f.ended_at IS NULL
             ORDER BY f.due_on, f.id
            """)
        .param(kind)
        .query((rs, n) -> new Open(rs.getLong("id"), shortened(rs.getString("text"))))
        .list();
  }

  /** In few words, for an agenda: the text in one line, cut where a word ends. */
  static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    if (line.length() <= LONGEST_TITLE) {
      return line;
    }
    int cut = line.lastIndexOf(' ', LONGEST_TITLE - 2);
    return line.substring(0, cut > LONGEST_TITLE / 2 ? cut : LONGEST_TITLE - 2) + " …";
  }
}
