package br.gov.sp.prefeitura.redeinfo.network.domain;

import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import br.gov.sp.prefeitura.redeinfo.network.Appointments.NewAppointment;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Seat;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of the table {@code appointment}. */
@Repository
class AppointmentRepository {

  static final String COLUMNS =
      """
      a.id, a.person_id, a.body_id, a.function, a.track, a.seat, a.valid_from, a.valid_to, a.act,
      a.end_reason
      """;

  /** Condition on {@code a} with the parameter {@code date}. */
  static final String VALID =
      "a.valid_from <= :date AND (a.valid_to IS NULL OR a.valid_to >= :date)";

  private static final String SELECT = "SELECT " + COLUMNS + " FROM appointment a ";

  private final JdbcClient jdbc;
  private final Clock clock;

  AppointmentRepository(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Empty if a constraint forbids it: the seat is taken, or the person holds it already. */
  Optional<Appointment> insert(NewAppointment appointment) {
    return jdbc.sql(
            """
            INSERT INTO appointment AS a
                   (person_id, body_id, function, track, seat, valid_from, valid_to, act, appointed_at)
            VALUES (:person, :body, :function, :track, :seat, :from, :to, :act, :now)
            ON CONFLICT DO NOTHING
            RETURNING
            """
                + COLUMNS)
        .param("person", appointment.personId())
        .param("body", appointment.bodyId())
        .param("function", appointment.function().name())
        .param("track", name(appointment.track()))
        .param("seat", name(appointment.seat()))
        .param("from", appointment.from())
        .param("to", appointment.to())
        .param("act", appointment.act())
        .param("now", now())
        .query(AppointmentRepository::map)
        .optional();
  }

  /**
   * @return fewer than were given if a constraint forbids one
   */
  List<Appointment> insertAll(Collection<NewAppointment> given) {
    return given.isEmpty()
        ? List.of()
        : jdbc.sql(
                """
                INSERT INTO appointment AS a
                       (person_id, body_id, function, track, seat, valid_from, valid_to, act, appointed_at)
                SELECT given.*, :now
                  FROM unnest(cast(:persons AS bigint[]), cast(:bodies AS bigint[]),
                              cast(:functions AS text[]), cast(:tracks AS text[]),
                              cast(:seats AS text[]), cast(cast(:froms AS text[]) AS date[]),
                              cast(cast(:tos AS text[]) AS date[]), cast(:acts AS text[])) AS given
                ON CONFLICT DO NOTHING
                RETURNING
                """
                    + COLUMNS)
            .param("persons", column(given, Long[]::new, NewAppointment::personId))
            .param("bodies", column(given, Long[]::new, NewAppointment::bodyId))
            .param("functions", column(given, String[]::new, one -> one.function().name()))
            .param("tracks", column(given, String[]::new, one -> name(one.track())))
            .param("seats", column(given, String[]::new, one -> name(one.seat())))
            .param("froms", column(given, String[]::new, one -> one.from().toString()))
            .param("tos", column(given, String[]::new, one -> Objects.toString(one.to(), null)))
            .param("acts", column(given, String[]::new, NewAppointment::act))
            .param("now", now())
            .query(AppointmentRepository::map)
            .list();
  }

  private static <T> T[] column(
      Collection<NewAppointment> rows,
      IntFunction<T[]> array,
      java.util.function.Function<NewAppointment, T> value) {
    return rows.stream().map(value).toArray(array);
  }

  /** The same appointment, unless it was taken back before it took effect. */
  Optional<Appointment> findSame(NewAppointment appointment) {
    return jdbc.sql(
            SELECT
                + """
                WHERE a.person_id = :person AND a.function = :function AND a.valid_from = :from
                  AND a.body_id IS NOT DISTINCT FROM cast(:body AS bigint)
                  AND a.track IS NOT DISTINCT FROM cast(:track AS text)
                  AND a.seat IS NOT DISTINCT FROM cast(:seat AS text)
                  AND (a.valid_to IS NULL OR a.valid_to >= a.valid_from)
                """)
        .param("person", appointment.personId())
        .param("function", appointment.function().name())
        .param("from", appointment.from())
        .param("body", appointment.bodyId())
        .param("track", name(appointment.track()))
        .param("seat", name(appointment.seat()))
        .query(AppointmentRepository::map)
        .optional();
  }

  /** Whether somebody holds the seat on a day of the period. */
  boolean isSeatTaken(NewAppointment appointment) {
    return jdbc.sql(
            """
            SELECT EXISTS (
              SELECT FROM appointment
               WHERE body_id = :body AND function = 'FOCAL_POINT' AND track = :track AND seat = :seat
                 AND daterange(valid_from, valid_to + 1)
                     && daterange(:from, cast(:to AS date) + 1))
            """)
        .param("body", appointment.bodyId())
        .param("track", name(appointment.track()))
        .param("seat", name(appointment.seat()))
        .param("from", appointment.from())
        .param("to", appointment.to())
        .query(Boolean.class)
        .single();
  }

  Optional<Appointment> find(long id) {
    return jdbc.sql(SELECT + "WHERE a.id = :id")
        .param("id", id)
        .query(AppointmentRepository::map)
        .optional();
  }

  /** Locks the row until the transaction ends. */
  Optional<Appointment> lock(long id) {
    return jdbc.sql(SELECT + "WHERE a.id = :id FOR UPDATE")
        .param("id", id)
        .query(AppointmentRepository::map)
        .optional();
  }

  void end(long id, LocalDate lastDay, EndReason reason, String act) {
    jdbc.sql(
            """
            UPDATE appointment SET valid_to = :lastDay, end_reason = :reason, end_act = :act
             WHERE id = :id
            """)
        .param("id", id)
        .param("lastDay", lastDay)
        .param("reason", reason.name())
        .param("act", act)
        .update();
  }

  /** Appointments whose last day lies before the date and whose end nobody was told of. */
  List<Long> endsToAnnounce(LocalDate date) {
    return jdbc.sql(
            """
            SELECT id FROM appointment
             WHERE valid_to < :date AND end_announced_at IS NULL ORDER BY valid_to, id
            """)
        .param("date", date)
        .query(Long.class)
        .list();
  }

  /** True for exactly one caller. */
  boolean markAnnounced(long id) {
    return jdbc.sql(
                "UPDATE appointment SET end_announced_at = :now WHERE id = :id AND end_announced_at IS NULL")
            .param("now", now())
            .param("id", id)
            .update()
        == 1;
  }

  List<Appointment> ofBody(long bodyId, LocalDate date) {
    return jdbc.sql(SELECT + "WHERE a.body_id = :body AND " + VALID + " ORDER BY a.function, a.id")
        .param("body", bodyId)
        .param("date", date)
        .query(AppointmentRepository::map)
        .list();
  }

  List<Appointment> exercising(Set<Function> functions, LocalDate date) {
    return jdbc.sql(SELECT + "WHERE a.function = ANY(:functions) AND " + VALID + " ORDER BY a.id")
        .param("functions", functions.stream().map(Function::name).toArray(String[]::new))
        .param("date", date)
        .query(AppointmentRepository::map)
        .list();
  }

  List<Appointment> ofPerson(long personId, LocalDate date) {
    return jdbc.sql(SELECT + "WHERE a.person_id = :person AND " + VALID + " ORDER BY a.id")
        .param("person", personId)
        .param("date", date)
        .query(AppointmentRepository::map)
        .list();
  }

  List<Appointment> ofPersons(Collection<Long> personIds) {
    return personIds.isEmpty()
        ? List.of()
        : jdbc.sql(SELECT + "WHERE a.person_id = ANY (:persons) ORDER BY a.valid_from, a.id")
            .param("persons", personIds.toArray(Long[]::new))
            .query(AppointmentRepository::map)
            .list();
  }

  List<Appointment> focalPointsOf(Collection<Long> bodyIds) {
    return bodyIds.isEmpty()
        ? List.of()
        : jdbc.sql(
                SELECT
                    + """
                    WHERE a.body_id = ANY (:bodies) AND a.function = 'FOCAL_POINT'
                    ORDER BY a.valid_from, a.id
                    """)
            .param("bodies", bodyIds.toArray(Long[]::new))
            .query(AppointmentRepository::map)
            .list();
  }

  Set<Long> holders(Long bodyId, Function function, LocalDate date) {
    return jdbc.sql(
            """
            SELECT DISTINCT a.person_id FROM appointment a
             WHERE a.function = :function AND a.body_id IS NOT DISTINCT FROM cast(:body AS bigint)
               AND
            """
                + VALID)
        .param("function", function.name())
        .param("body", bodyId)
        .param("date", date)
        .query(Long.class)
        .set();
  }

  Set<Long> holders(Collection<Function> functions, LocalDate date) {
    return jdbc.sql(
            """
            SELECT DISTINCT a.person_id FROM appointment a
             WHERE a.function = ANY (:functions) AND
            """
                + VALID)
        .param("functions", functions.stream().map(Enum::name).toArray(String[]::new))
        .param("date", date)
        .query(Long.class)
        .set();
  }

  static Appointment map(ResultSet row, int number) throws SQLException {
    return map(row, "");
  }

  /** Reads an appointment from columns with a prefix, for queries that join. */
  static Appointment map(ResultSet row, String prefix) throws SQLException {
    String track = row.getString(prefix + "track");
    String seat = row.getString(prefix + "seat");
    String reason = row.getString(prefix + "end_reason");
    return new Appointment(
        row.getLong(prefix + "id"),
        row.getLong(prefix + "person_id"),
        row.getObject(prefix + "body_id", Long.class),
        Function.valueOf(row.getString(prefix + "function")),
        track == null ? null : Track.valueOf(track),
        seat == null ? null : Seat.valueOf(seat),
        row.getObject(prefix + "valid_from", LocalDate.class),
        row.getObject(prefix + "valid_to", LocalDate.class),
        row.getString(prefix + "act"),
        reason == null ? null : EndReason.valueOf(reason));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static String name(Enum<?> value) {
    return value == null ? null : value.name();
  }
}
