package br.gov.sp.prefeitura.redeinfo.nomination.domain;

import br.gov.sp.prefeitura.redeinfo.network.Bond;
import br.gov.sp.prefeitura.redeinfo.network.Seat;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.nomination.NominationState;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominatedSeat.Answer;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominatedSeat.Change;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Loads and saves nominations with their seats; all methods join the caller's transaction. */
@Repository
class NominationRepository {

  private final JdbcClient jdbc;

  NominationRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @throws Refusal (not found)
   */
  Nomination get(long id) {
    return find(id).orElseThrow(() -> Refusal.notFound("nomination.not-found"));
  }

  Optional<Nomination> find(long id) {
    return jdbc.sql("SELECT * FROM nomination WHERE id = :id")
        .param("id", id)
        .query((rs, n) -> row(rs))
        .optional()
        .map(row -> new Nomination(row, seatsOf(id)));
  }

  List<NominatedSeat> seatsOf(long nominationId) {
    return jdbc.sql(
            "SELECT * FROM nomination_seat WHERE nomination_id = :id ORDER BY track, seat DESC")
        .param("id", nominationId)
        .query((rs, n) -> seat(rs))
        .list();
  }

  /**
   * Writes a new nomination in draft with the seats it asks for.
   *
   * @return its id, or empty if the round or vacancy has one for the body already, or an open
   *     nomination covers one of the seats
   */
  Optional<Long> insert(
      Long roundId,
      Long vacatedAppointmentId,
      long bodyId,
      List<SeatKey> seats,
      Instant deadline,
      Instant now) {
    String[] codes = seats.stream().map(SeatKey::code).toArray(String[]::new);
    // The bodies' rows of one round race with vacancies: whoever is later finds the seat covered.
    if (isCovered(bodyId, codes)) {
      return Optional.empty();
    }
    Optional<Long> id =
        jdbc.sql(
                """
                INSERT INTO nomination (round_id, vacated_appointment_id, body_id, state, state_since,
                                        deadline, created_at)
                VALUES (:round, :vacated, :body, 'DRAFT', :now, :deadline, :now)
                ON CONFLICT DO NOTHING
                RETURNING id
                """)
            .param("round", roundId, java.sql.Types.BIGINT)
            .param("vacated", vacatedAppointmentId, java.sql.Types.BIGINT)
            .param("body", bodyId)
            .param("deadline", Timestamp.from(deadline))
            .param("now", Timestamp.from(now))
            .query(Long.class)
            .optional();
    id.ifPresent(nomination -> insertSeats(nomination, bodyId, codes));
    return id;
  }

  private boolean isCovered(long bodyId, String[] codes) {
    return jdbc.sql(
            """
            SELECT EXISTS (SELECT 1 FROM nomination_seat
                            WHERE open AND body_id = :body
                              AND track || '.' || seat = ANY (:codes))
            """)
        .param("body", bodyId)
        .param("codes", codes)
        .query(Boolean.class)
        .single();
  }

  private void insertSeats(long nominationId, long bodyId, String[] codes) {
    jdbc.sql(
            """
            INSERT INTO nomination_seat (nomination_id, track, seat, body_id, change)
            SELECT :id, split_part(code, '.', 1), split_part(code, '.', 2), :body, 'ASKED'
              FROM unnest(:codes) AS code
            """)
        .param("id", nominationId)
        .param("body", bodyId)
        .param("codes", codes)
        .update();
  }

  /**
   * Writes back what has changed.
   *
   * @throws Refusal (conflict) if somebody else has changed the nomination since it was loaded
   */
  void save(Nomination nomination) {
    NominationRow row = nomination.row();
    int updated =
        jdbc.sql(
                """
                UPDATE nomination
                   SET state = :state, close_reason = :closeReason, state_since = :stateSince,
                       deadline = :deadline, approver = :approver, started_at = :startedAt,
                       submitted_by = :submittedBy, submitted_at = :submittedAt,
                       version = version + 1
                 WHERE id = :id AND version = :version
                """)
            .param("id", row.id())
            .param("version", row.version())
            .param("state", row.state().name())
            .param("closeReason", name(row.closeReason()))
            .param("stateSince", timestamp(row.stateSince()))
            .param("deadline", timestamp(row.deadline()))
            .param("approver", name(row.approver()))
            .param("startedAt", timestamp(row.startedAt()), java.sql.Types.TIMESTAMP)
            .param("submittedBy", row.submittedBy(), java.sql.Types.BIGINT)
            .param("submittedAt", timestamp(row.submittedAt()), java.sql.Types.TIMESTAMP)
            .update();
    if (updated == 0) {
      throw Refusal.conflict("nomination.moved-on");
    }
    saveSeats(nomination);
  }

  private void saveSeats(Nomination nomination) {
    List<NominatedSeat> changed = nomination.changedSeats();
    if (nomination.movesPeople()) {
      // Somebody changes seats within the set: free the old ones first, an e-mail is unique.
      changed.forEach(seat -> update(nomination, seat.emptied()));
    }
    changed.forEach(seat -> update(nomination, seat));
    if (!nomination.state().isOpen()) {
      jdbc.sql("UPDATE nomination_seat SET open = false WHERE nomination_id = :id AND open")
          .param("id", nomination.id())
          .update();
    }
  }

  private void update(Nomination nomination, NominatedSeat seat) {
    Nominee nominee = seat.nominee();
    jdbc.sql(
            """
            UPDATE nomination_seat
               SET name = :name, identifier = :identifier, email = :email, bond = :bond,
                   unit = :unit, justification = :justification, filled_by = :filledBy,
                   filled_at = :filledAt, person_id = :personId, answer = :answer,
                   answered_at = :answeredAt, change = :change, appointment_id = :appointmentId
             WHERE nomination_id = :id AND track = :track AND seat = :seat
            """)
        .param("id", nomination.id())
        .param("track", seat.key().track().name())
        .param("seat", seat.key().seat().name())
        .param("name", nominee == null ? null : nominee.name())
        .param("identifier", nominee == null ? null : nominee.identifier())
        .param("email", nominee == null ? null : nominee.email())
        .param("bond", nominee == null ? null : nominee.bond().name())
        .param("unit", nominee == null ? null : nominee.unit())
        .param("justification", nominee == null ? null : nominee.justification())
        .param("filledBy", seat.filledBy(), java.sql.Types.BIGINT)
        .param("filledAt", timestamp(seat.filledAt()), java.sql.Types.TIMESTAMP)
        .param("personId", seat.personId(), java.sql.Types.BIGINT)
        .param("answer", name(seat.answer()))
        .param("answeredAt", timestamp(seat.answeredAt()), java.sql.Types.TIMESTAMP)
        .param("change", name(seat.change()))
        .param("appointmentId", seat.appointmentId(), java.sql.Types.BIGINT)
        .update();
  }

  /**
   * One nominee's answer; several nominees may answer at the same time.
   *
   * @return whether the seat was still waiting for this person's answer
   */
  boolean answer(long nominationId, long personId, Answer answer, Instant now) {
    return jdbc.sql(
                """
                UPDATE nomination_seat SET answer = :answer, answered_at = :now
                 WHERE nomination_id = :id AND person_id = :person AND answer = 'PENDING'
                """)
            .param("id", nominationId)
            .param("person", personId)
            .param("answer", answer.name())
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  private static NominationRow row(ResultSet rs) throws SQLException {
    return new NominationRow(
        rs.getLong("id"),
        rs.getObject("round_id", Long.class),
        rs.getObject("vacated_appointment_id", Long.class),
        rs.getLong("body_id"),
        NominationState.valueOf(rs.getString("state")),
        value(CloseReason.class, rs.getString("close_reason")),
        instant(rs, "state_since"),
        instant(rs, "deadline"),
        value(Approver.class, rs.getString("approver")),
        instant(rs, "started_at"),
        rs.getObject("submitted_by", Long.class),
        instant(rs, "submitted_at"),
        rs.getInt("version"));
  }

  static NominatedSeat seat(ResultSet rs) throws SQLException {
    String name = rs.getString("name");
    return new NominatedSeat(
        new SeatKey(Track.valueOf(rs.getString("track")), Seat.valueOf(rs.getString("seat"))),
        name == null
            ? null
            : new Nominee(
                name,
                rs.getString("identifier"),
                rs.getString("email"),
                Bond.valueOf(rs.getString("bond")),
                rs.getString("unit"),
                rs.getString("justification")),
        rs.getObject("filled_by", Long.class),
        instant(rs, "filled_at"),
        rs.getObject("person_id", Long.class),
        value(Answer.class, rs.getString("answer")),
        instant(rs, "answered_at"),
        value(Change.class, rs.getString("change")),
        rs.getObject("appointment_id", Long.class));
  }

  private static <E extends Enum<E>> E value(Class<E> type, String name) {
    return name == null ? null : Enum.valueOf(type, name);
  }

  private static String name(Enum<?> value) {
    return Objects.toString(value, null);
  }

  private static Timestamp timestamp(Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  private static Instant instant(ResultSet rs, String column) throws SQLException {
    Timestamp value = rs.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }
}
