package br.gov.sp.prefeitura.redeinfo.network.web;

import br.gov.sp.prefeitura.redeinfo.network.BodyKind;
import br.gov.sp.prefeitura.redeinfo.network.Seat;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the directory: bodies that are asked to nominate (guests are not), how their seats stand on
 * a day, and who holds them. A list costs one statement for its bodies and one for their holders,
 * however long it is.
 */
@Repository
class DirectoryQueries {

  private static final String BODIES =
      """
      WITH listed AS (
        SELECT b.id, b.slug, n.acronym, n.name, b.kind,
               (SELECT count(*) FROM appointment a
                 WHERE a.body_id = b.id AND a.function = 'FOCAL_POINT'
                   AND a.valid_from <= :date AND (a.valid_to IS NULL OR a.valid_to >= :date)) AS filled
          FROM body b
          JOIN body_name n ON n.body_id = b.id AND n.valid_from <= :date
                          AND (n.valid_to IS NULL OR n.valid_to >= :date)
         WHERE b.valid_from <= :date AND (b.valid_to IS NULL OR b.valid_to >= :date)
           AND b.kind NOT IN ('LEGISLATIVO', 'CONTROLE_EXTERNO')
           AND (cast(:kind AS text) IS NULL OR b.kind = :kind)
           AND position(:query IN translate(lower(n.acronym || ' ' || n.name),
                 'áàâãäéèêëíìîïóòôõöúùûüçñ', 'aaaaaeeeeiiiiooooouuuucn')) > 0)
      """;

  private static final String STATE =
      """
      (cast(:state AS text) IS NULL
       OR CASE WHEN filled = 0 THEN 'VACANT' WHEN filled < 4 THEN 'INCOMPLETE' ELSE 'COMPLETE' END
          = :state)
      """;

  private final JdbcClient jdbc;

  DirectoryQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Bodies in the order of their slugs.
   *
   * @param after slug of the last body of the page before; empty for the first page
   */
  List<ListedBody> bodies(DirectoryFilter filter, String after, int limit) {
    return bind(
            BODIES
                + "SELECT * FROM listed WHERE slug > :after AND "
                + STATE
                + " ORDER BY slug LIMIT :limit",
            filter)
        .param("after", after)
        .param("state", filter.state() == null ? null : filter.state().name())
        .param("limit", limit)
        .query(
            (row, number) ->
                new ListedBody(
                    row.getLong("id"),
                    row.getString("slug"),
                    row.getString("acronym"),
                    row.getString("name"),
                    BodyKind.valueOf(row.getString("kind")),
                    row.getInt("filled")))
        .list();
  }

  /** How the bodies of the filter stand, whatever state it asks for. */
  Figures figures(DirectoryFilter filter) {
    return bind(
            BODIES
                + """
                SELECT count(*) AS bodies, coalesce(sum(filled), 0) AS seats,
                       count(*) FILTER (WHERE filled >= 4) AS complete,
                       count(*) FILTER (WHERE filled BETWEEN 1 AND 3) AS incomplete,
                       count(*) FILTER (WHERE filled = 0) AS vacant
                  FROM listed
                """,
            filter)
        .query(
            (row, number) ->
                new Figures(
                    row.getInt("bodies"),
                    row.getInt("seats"),
                    row.getInt("complete"),
                    row.getInt("incomplete"),
                    row.getInt("vacant")))
        .single();
  }

  /** Who holds the bodies' seats on the day, as far as it is public. */
  Map<Long, List<SeatHolder>> holders(Collection<Long> bodyIds, LocalDate date) {
    Map<Long, List<SeatHolder>> holders = new LinkedHashMap<>();
    if (bodyIds.isEmpty()) {
      return holders;
    }
    jdbc.sql(
            """
            SELECT a.body_id, a.track, a.seat, a.valid_from, p.name, p.unit
              FROM appointment a JOIN person p ON p.id = a.person_id
             WHERE a.body_id = ANY (:bodies) AND a.function = 'FOCAL_POINT'
               AND a.valid_from <= :date AND (a.valid_to IS NULL OR a.valid_to >= :date)
             ORDER BY a.body_id, a.track, a.seat DESC
            """)
        .param("bodies", bodyIds.toArray(Long[]::new))
        .param("date", date)
        .query(
            row -> {
              holders
                  .computeIfAbsent(row.getLong("body_id"), id -> new java.util.ArrayList<>())
                  .add(
                      new SeatHolder(
                          Track.valueOf(row.getString("track")),
                          Seat.valueOf(row.getString("seat")),
                          row.getString("name"),
                          row.getString("unit"),
                          row.getObject("valid_from", LocalDate.class)));
            });
    return holders;
  }

  private JdbcClient.StatementSpec bind(String sql, DirectoryFilter filter) {
    return jdbc.sql(sql)
        .param("date", filter.date())
        .param("kind", filter.kind() == null ? null : filter.kind().name())
        .param("query", filter.plainQuery());
  }

  /**
   * @param filled how many of the four seats are filled
   */
  record ListedBody(long id, String slug, String acronym, String name, BodyKind kind, int filled) {

    static final int SEATS = Track.values().length * Seat.values().length;

    public int vacant() {
      return Math.max(0, SEATS - filled);
    }

    public DirectoryFilter.SeatState state() {
      return filled == 0
          ? DirectoryFilter.SeatState.VACANT
          : filled < SEATS
              ? DirectoryFilter.SeatState.INCOMPLETE
              : DirectoryFilter.SeatState.COMPLETE;
    }
  }

  record SeatHolder(Track track, Seat seat, String name, String unit, LocalDate since) {}

  record Figures(int bodies, int filledSeats, int complete, int incomplete, int vacant) {

    public int vacantSeats() {
      return Math.max(0, bodies * ListedBody.SEATS - filledSeats);
    }
  }
}
