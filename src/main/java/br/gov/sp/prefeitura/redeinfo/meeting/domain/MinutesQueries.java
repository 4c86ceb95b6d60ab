package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.meeting.MeetingState;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Minutes.Version;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.paging.Position;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.Year;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads published minutes: those of the latest meetings first. */
@Component
@Transactional(readOnly = true)
public class MinutesQueries {

  private static final String SELECT =
      """
      SELECT m.id AS of_meeting, m.kind, m.title, m.starts_at, v.*
        FROM meeting m
        JOIN minutes_version v ON v.meeting_id = m.id AND v.decision = 'APPROVED'
       WHERE m.state = 'PUBLISHED'
      """;

  private final MinutesRepository minutes;
  private final MeetingRepository meetings;
  private final JdbcClient jdbc;

  MinutesQueries(MinutesRepository minutes, MeetingRepository meetings, JdbcClient jdbc) {
    this.minutes = minutes;
    this.meetings = meetings;
    this.jdbc = jdbc;
  }

  /**
   * @param year only those of meetings of this year, or {@code null}
   * @param kind only those of this kind, or {@code null}
   * @param after the place after which the list goes on
   */
  public List<Published> list(Year year, String kind, Position after, int limit) {
    return jdbc.sql(
            SELECT
                + """
                 AND (m.starts_at, m.id) < (:at, :id)
                 AND m.starts_at >= :from AND m.starts_at < :until
                """
                + (kind == null ? "" : " AND m.kind = :kind")
                + " ORDER BY m.starts_at DESC, m.id DESC LIMIT :limit")
        .param("at", MeetingRepository.utc(after.at()))
        .param("id", after.id())
        .param("from", MeetingRepository.utc(start(year, 0)))
        .param("until", MeetingRepository.utc(start(year, 1)))
        .param("kind", kind)
        .param("limit", limit)
        .query((rs, n) -> published(rs))
        .list();
  }

  /** All of them, one by one. */
  public void each(Consumer<Published> reader) {
    try (Stream<Published> all =
        jdbc
            .sql(SELECT + " ORDER BY m.starts_at DESC, m.id DESC")
            .query((rs, n) -> published(rs))
            .stream()) {
      all.forEach(reader);
    }
  }

  /** The years in which meetings with published minutes were held, the latest first. */
  public List<Integer> years() {
    return jdbc.sql(
            """
            SELECT DISTINCT extract(year FROM starts_at AT TIME ZONE 'America/Sao_Paulo')::int AS y
              FROM meeting WHERE state = 'PUBLISHED' ORDER BY y DESC
            """)
        .query(Integer.class)
        .list();
  }

  /**
   * @throws Refusal (not found) unless they are published
   */
  public Published get(long meetingId) {
    return jdbc.sql(SELECT + " AND m.id = ?")
        .param(meetingId)
        .query((rs, n) -> published(rs))
        .optional()
        .orElseThrow(() -> Refusal.notFound("minutes.not-found"));
  }

  /**
   * The published minutes as PDF.
   *
   * @throws Refusal (not found) unless they are published
   */
  public byte[] document(long meetingId) {
    return meetings
        .find(meetingId)
        .filter(meeting -> meeting.state() == MeetingState.PUBLISHED)
        .flatMap(meeting -> minutes.findDocument(meetingId))
        .orElseThrow(() -> Refusal.notFound("minutes.not-found"));
  }

  private static Instant start(Year year, int plus) {
    return year == null
        ? plus == 0 ? Instant.EPOCH : Position.NEWEST.at()
        : year.plusYears(plus).atDay(1).atStartOfDay(SaoPaulo.ZONE).toInstant();
  }

  private static Published published(ResultSet rs) throws SQLException {
    Version version = MinutesRepository.version(rs, 0);
    return new Published(
        rs.getLong("of_meeting"),
        rs.getString("kind"),
        rs.getString("title"),
        MeetingRepository.instant(rs, "starts_at"),
        PublicMinutes.of(version.content()),
        version.decidedAt());
  }

  /** Minutes as anybody reads them. */
  public record Published(
      long meetingId,
      String kind,
      String title,
      Instant startsAt,
      PublicMinutes minutes,
      Instant approvedAt) {}
}
