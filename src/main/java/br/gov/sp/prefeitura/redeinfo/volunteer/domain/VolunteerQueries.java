package br.gov.sp.prefeitura.redeinfo.volunteer.domain;

import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.volunteer.domain.Enlistment.State;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Lists of volunteers and of enlistments, newest first, paged by their numbers. */
@Repository
@Transactional(readOnly = true)
public class VolunteerQueries {

  private static final String VOLUNTEERS =
      """
      SELECT a.id, a.person_id, p.name, p.unit, a.body_id, a.valid_from
        FROM appointment a JOIN person p ON p.id = a.person_id
       WHERE a.function = 'VOLUNTEER' AND a.valid_from <= :today
         AND (a.valid_to IS NULL OR a.valid_to >= :today)
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  VolunteerQueries(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Volunteers of today.
   *
   * @param bodyIds of these bodies; {@code null} for all
   * @param before those with lower numbers of appointment, or {@code null} from the newest
   */
  public List<Volunteer> volunteers(Collection<Long> bodyIds, Long before, int limit) {
    String chosen = bodyIds == null ? "" : " AND a.body_id = ANY (:bodies)";
    return volunteers(
        VOLUNTEERS + chosen + " AND a.id < :number ORDER BY a.id DESC LIMIT :limit",
        bodyIds,
        before,
        limit);
  }

  /** The appointment, if it is a volunteer's of today. */
  public Optional<Volunteer> volunteer(long appointmentId) {
    return volunteers(VOLUNTEERS + " AND a.id = :number LIMIT :limit", null, appointmentId, 1)
        .stream()
        .findFirst();
  }

  /** Where the person is a volunteer today. */
  public List<Volunteer> ofPerson(long personId) {
    return volunteers(
        VOLUNTEERS + " AND a.person_id = :number ORDER BY a.id LIMIT :limit", null, personId, 10);
  }

  private List<Volunteer> volunteers(String sql, Collection<Long> bodyIds, Long number, int limit) {
    return jdbc.sql(sql)
        .param("today", SaoPaulo.today(clock))
        .param("bodies", bodyIds == null ? new Long[0] : bodyIds.toArray(Long[]::new))
        .param("number", number == null ? Long.MAX_VALUE : number)
        .param("limit", limit)
        .query(
            (row, line) ->
                new Volunteer(
                    row.getLong("id"),
                    row.getLong("person_id"),
                    row.getString("name"),
                    row.getString("unit"),
                    row.getLong("body_id"),
                    row.getObject("valid_from", LocalDate.class)))
        .list();
  }

  /**
   * @param bodyIds of these bodies; {@code null} for all
   * @param state in this state, or {@code null} for any
   */
  public List<Enlistment> enlistments(
      Collection<Long> bodyIds, State state, Long before, int limit) {
    return jdbc.sql(
            "SELECT * FROM enlistment WHERE id < :before"
                + (bodyIds == null ? "" : " AND body_id = ANY (:bodies)")
                + (state == null ? "" : " AND state = :state")
                + " ORDER BY id DESC LIMIT :limit")
        .param("before", before == null ? Long.MAX_VALUE : before)
        .param("bodies", bodyIds == null ? new Long[0] : bodyIds.toArray(Long[]::new))
        .param("state", state == null ? null : state.name())
        .param("limit", limit)
        .query((row, number) -> EnlistmentRepository.enlistment(row))
        .list();
  }

  /** What a person asked for, under their address or as who was registered, newest first. */
  List<Enlistment> of(long personId, String email) {
    return jdbc.sql(
            "SELECT * FROM enlistment WHERE person_id = :person OR email = :email ORDER BY id DESC")
        .param("person", personId)
        .param("email", email)
        .query((row, number) -> EnlistmentRepository.enlistment(row))
        .list();
  }
}
