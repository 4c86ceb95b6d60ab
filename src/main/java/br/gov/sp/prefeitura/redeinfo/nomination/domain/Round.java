package br.gov.sp.prefeitura.redeinfo.nomination.domain;

import br.gov.sp.prefeitura.redeinfo.network.Track;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * One call of the coordination to a set of bodies.
 *
 * @param deadline when nominations without an indication lapse
 * @param closedAt when its last nomination was over, or {@code null}
 */
public record Round(
    long id,
    String name,
    List<Track> tracks,
    Instant deadline,
    String note,
    long openedBy,
    Instant openedAt,
    Instant closedAt) {

  public Round {
    tracks = List.copyOf(tracks);
  }

  public boolean isClosed() {
    return closedAt != null;
  }

  static Round from(ResultSet rs) throws SQLException {
    Timestamp closed = rs.getTimestamp("closed_at");
    return new Round(
        rs.getLong("id"),
        rs.getString("name"),
        Stream.of((String[]) rs.getArray("tracks").getArray()).map(Track::valueOf).toList(),
        rs.getTimestamp("deadline").toInstant(),
        rs.getString("note"),
        rs.getLong("opened_by"),
        rs.getTimestamp("opened_at").toInstant(),
        closed == null ? null : closed.toInstant());
  }
}
