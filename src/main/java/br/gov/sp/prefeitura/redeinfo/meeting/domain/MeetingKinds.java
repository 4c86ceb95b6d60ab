package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the kinds of meetings, which are data. */
@Repository
public class MeetingKinds {

  private final JdbcClient jdbc;

  MeetingKinds(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** In the order in which they are offered. */
  public List<MeetingKind> all() {
    return jdbc.sql("SELECT * FROM meeting_kind ORDER BY position, code")
        .query(MeetingKinds::map)
        .list();
  }

  public Optional<MeetingKind> find(String code) {
    return jdbc.sql("SELECT * FROM meeting_kind WHERE code = :code")
        .param("code", code)
        .query(MeetingKinds::map)
        .optional();
  }

  /**
   * @throws java.util.NoSuchElementException if there is none: meetings refer to kinds that exist
   */
  public MeetingKind get(String code) {
    return find(code).orElseThrow();
  }

  private static MeetingKind map(ResultSet row, int number) throws SQLException {
    return new MeetingKind(
        row.getString("code"),
        row.getString("name_pt"),
        row.getString("name_en"),
        row.getBigDecimal("quorum"),
        row.getInt("notice_days"),
        List.of((String[]) row.getArray("invited_groups").getArray()),
        List.of((String[]) row.getArray("approver_groups").getArray()),
        row.getBoolean("quarterly"));
  }
}
