package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceOwner;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who keeps the sheets of sessions: those who give the edition, the coordination, and the school
 * where it validates. Auditors read them.
 */
@Component
@Transactional(readOnly = true)
class SessionSheets implements AttendanceOwner {

  private final JdbcClient jdbc;

  SessionSheets(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String kind() {
    return EditionService.SHEET_KIND;
  }

  @Override
  public boolean mayKeep(long sessionId, SignedIn person) {
    return find(sessionId, person.personId())
        .filter(
            sheet ->
                person.isCoordination()
                    || sheet.givenByThem()
                    || sheet.schoolValidates() && person.isIn(Groups.EMASP))
        .isPresent();
  }

  @Override
  public Set<Long> kept(Collection<Long> sessionIds, SignedIn person) {
    return Set.copyOf(
        jdbc.sql(
                """
                SELECT s.id FROM training_session s JOIN training_edition e ON e.id = s.edition_id
                 WHERE s.id = ANY (:sessions)
                   AND (:coordination OR :school AND e.school_validates
                        OR EXISTS (SELECT 1 FROM training_trainer t
                                    WHERE t.edition_id = e.id AND t.person_id = :person))
                """)
            .param("sessions", sessionIds.toArray(Long[]::new))
            .param("coordination", person.isCoordination())
            .param("school", person.isIn(Groups.EMASP))
            .param("person", person.personId())
            .query(Long.class)
            .list());
  }

  @Override
  public boolean mayRead(long sessionId, SignedIn person) {
    return person.isAuditor() && find(sessionId, person.personId()).isPresent()
        || mayKeep(sessionId, person);
  }

  @Override
  public String path(long sessionId) {
    return find(sessionId, 0).map(sheet -> "/trainings/" + sheet.editionId()).orElse("/trainings");
  }

  private Optional<Sheet> find(long sessionId, long personId) {
    return jdbc.sql(
            """
            SELECT e.id, e.school_validates,
                   EXISTS (SELECT 1 FROM training_trainer t
                            WHERE t.edition_id = e.id AND t.person_id = :person) AS given
              FROM training_session s JOIN training_edition e ON e.id = s.edition_id
             WHERE s.id = :session
            """)
        .param("session", sessionId)
        .param("person", personId)
        .query(
            (rs, n) ->
                new Sheet(
                    rs.getLong("id"), rs.getBoolean("school_validates"), rs.getBoolean("given")))
        .optional();
  }

  private record Sheet(long editionId, boolean schoolValidates, boolean givenByThem) {}
}
