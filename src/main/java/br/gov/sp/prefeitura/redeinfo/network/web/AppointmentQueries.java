package br.gov.sp.prefeitura.redeinfo.network.web;

import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import br.gov.sp.prefeitura.redeinfo.network.Bond;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Seat;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Appointments with the persons' names, and persons by name; one statement per list. */
@Repository
class AppointmentQueries {

  private static final String SELECT =
      """
      SELECT a.id, a.function, a.track, a.seat, a.valid_from, a.valid_to, a.act, a.end_reason,
             p.id AS person_id, p.name, p.email, p.bond, p.unit,
             (SELECT n.acronym FROM body_name n
               WHERE n.body_id = a.body_id AND n.valid_from <= :date
               ORDER BY n.valid_from DESC LIMIT 1) AS acronym
        FROM appointment a JOIN person p ON p.id = a.person_id
      """;

  private static final String VALID =
      " a.valid_from <= :date AND (a.valid_to IS NULL OR a.valid_to >= :date) ";

  private final JdbcClient jdbc;

  AppointmentQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Functions exercised in the body on the day and announced ones; the head first. */
  List<ListedAppointment> ofBody(long bodyId, LocalDate date) {
    return jdbc.sql(
            SELECT
                + """
                 WHERE a.body_id = :body AND (a.valid_to IS NULL OR a.valid_to >= :date)
                 ORDER BY array_position(
                            ARRAY['HEAD', 'INTERIM_HEAD', 'OFFICE', 'FOCAL_POINT', 'VOLUNTEER'], a.function),
                          a.track, a.seat DESC, p.name
                """)
        .param("body", bodyId)
        .param("date", date)
        .query(AppointmentQueries::map)
        .list();
  }

  /** The body's latest ended appointments. */
  List<ListedAppointment> endedOfBody(long bodyId, LocalDate date, int limit) {
    return jdbc.sql(
            SELECT
                + """
                 WHERE a.body_id = :body AND a.valid_to < :date
                 ORDER BY a.valid_to DESC, a.id DESC LIMIT :limit
                """)
        .param("body", bodyId)
        .param("date", date)
        .param("limit", limit)
        .query(AppointmentQueries::map)
        .list();
  }

  /** Functions of the whole network, exercised on the day or announced. */
  List<ListedAppointment> ofNetwork(LocalDate date) {
    return jdbc.sql(
            SELECT
                + """
                 WHERE a.body_id IS NULL AND (a.valid_to IS NULL OR a.valid_to >= :date)
                 ORDER BY a.function, p.name
                """)
        .param("date", date)
        .query(AppointmentQueries::map)
        .list();
  }

  List<ListedAppointment> ofPerson(long personId, LocalDate date) {
    return jdbc.sql(SELECT + " WHERE a.person_id = :person AND " + VALID + " ORDER BY a.valid_from")
        .param("person", personId)
        .param("date", date)
        .query(AppointmentQueries::map)
        .list();
  }

  /** Persons whose name, e-mail or user name holds the text. */
  List<FoundPerson> findPersons(String text, LocalDate date, int limit) {
    return jdbc.sql(
            """
            SELECT p.id, p.name, p.email, p.unit,
                   (SELECT n.acronym FROM body_name n
                     WHERE n.body_id = p.body_id AND n.valid_from <= :date
                     ORDER BY n.valid_from DESC LIMIT 1) AS acronym
              FROM person p
             WHERE p.forgotten_at IS NULL
               AND position(:text IN translate(
                     lower(p.name || ' ' || p.email || ' ' || p.username),
                     'áàâãäéèêëíìîïóòôõöúùûüçñ', 'aaaaaeeeeiiiiooooouuuucn')) > 0
             ORDER BY p.name, p.id LIMIT :limit
            """)
        .param("text", DirectoryFilter.plain(text.strip()))
        .param("date", date)
        .param("limit", limit)
        .query(
            (row, number) ->
                new FoundPerson(
                    row.getLong("id"),
                    row.getString("name"),
                    row.getString("email"),
                    row.getString("acronym"),
                    row.getString("unit")))
        .list();
  }

  List<Unit> units(long bodyId, LocalDate date) {
    return jdbc.sql(
            """
            SELECT acronym, name, public_venue FROM unit
             WHERE body_id = :body AND valid_from <= :date AND (valid_to IS NULL OR valid_to >= :date)
             ORDER BY name
            """)
        .param("body", bodyId)
        .param("date", date)
        .query(Unit.class)
        .list();
  }

  private static ListedAppointment map(ResultSet row, int number) throws SQLException {
    String track = row.getString("track");
    String seat = row.getString("seat");
    String reason = row.getString("end_reason");
    return new ListedAppointment(
        row.getLong("id"),
        row.getLong("person_id"),
        row.getString("name"),
        row.getString("email"),
        Bond.valueOf(row.getString("bond")),
        row.getString("unit"),
        row.getString("acronym"),
        Function.valueOf(row.getString("function")),
        track == null ? null : Track.valueOf(track),
        seat == null ? null : Seat.valueOf(seat),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class),
        row.getString("act"),
        reason == null ? null : EndReason.valueOf(reason));
  }

  /**
   * @param acronym of the body, or {@code null} for functions of the whole network
   */
  record ListedAppointment(
      long id,
      long personId,
      String name,
      String email,
      Bond bond,
      String unit,
      String acronym,
      Function function,
      Track track,
      Seat seat,
      LocalDate from,
      LocalDate to,
      String act,
      EndReason endReason) {}

  record FoundPerson(long id, String name, String email, String acronym, String unit) {}

  record Unit(String acronym, String name, boolean publicVenue) {}
}
