package br.gov.sp.prefeitura.redeinfo.outreach.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;

/**
 * A servant whom campaigns may invite.
 *
 * @param origin where the address is from
 * @param listedAt when a list named them last
 * @param optedOutAt when they asked for no invitations, or {@code null}
 */
public record Contact(
    long id,
    String name,
    String email,
    long bodyId,
    String origin,
    Instant listedAt,
    Instant optedOutAt) {

  public ContactState state() {
    return optedOutAt == null ? ContactState.OPEN : ContactState.OPTED_OUT;
  }

  static Contact of(ResultSet rs) throws SQLException {
    Timestamp optedOut = rs.getTimestamp("opted_out_at");
    return new Contact(
        rs.getLong("id"),
        rs.getString("name"),
        rs.getString("email"),
        rs.getLong("body_id"),
        rs.getString("origin"),
        rs.getTimestamp("listed_at").toInstant(),
        optedOut == null ? null : optedOut.toInstant());
  }
}
