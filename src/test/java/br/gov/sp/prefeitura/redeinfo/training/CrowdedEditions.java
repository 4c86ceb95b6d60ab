package br.gov.sp.prefeitura.redeinfo.training;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.support.TrainingLife;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Editions with as many participants as a benchmark asks for, written past the services: four
 * sessions held, of each of which one in five missed one.
 */
record CrowdedEditions(TrainingLife life, JdbcClient jdbc) {

  /** Returns the edition's id. */
  long make(int participants, Body body, Person keeper) {
    long edition = life.enrolling(life.draft().sessions(4).capacity(participants));
    List<Long> sheets = life.sheets(edition);
    jdbc.sql(
            """
            WITH people AS (
              INSERT INTO person (username, name, email, bond, body_id, created_at)
              SELECT 'bench' || :edition || '-' || n, 'Pessoa Inventada ' || n,
                     'bench' || :edition || '-' || n || '@example.org', 'EFETIVO', :body, now()
                FROM generate_series(1, :participants) n
              RETURNING id),
            enrolled AS (
              INSERT INTO training_enrollment
                (edition_id, person_id, body_id, arrival, state, state_since, enrolled_at, seated_at)
              SELECT :edition, id, :body, row_number() OVER (), 'CONFIRMED', now(), now(), now()
                FROM people
              RETURNING person_id, arrival)
            INSERT INTO attendance_entry (event_id, person_id, sort_key, status, means, marked_at,
                recorded_by, recorded_at)
            SELECT sheet, person_id, 'pessoa inventada ' || arrival,
                   CASE WHEN (arrival + place) % 5 = 0 THEN 'ABSENT' ELSE 'PRESENT' END,
                   'SCREEN', now(), :keeper, now()
              FROM enrolled, unnest(:sheets::bigint[]) WITH ORDINALITY AS sheets (sheet, place)
            """)
        .param("edition", edition)
        .param("body", body.id())
        .param("participants", participants)
        .param("keeper", keeper.id())
        .param("sheets", sheets.toArray(Long[]::new))
        .update();
    jdbc.sql(
            """
            UPDATE attendance_event e
               SET state = 'CLOSED', closed_at = now(), closed_by = :keeper, expected = :n,
                   (present, absent) = (
                     SELECT count(*) FILTER (WHERE status = 'PRESENT'),
                            count(*) FILTER (WHERE status = 'ABSENT')
                       FROM attendance_entry WHERE event_id = e.id),
                   justified = 0
             WHERE id = ANY (:sheets)
            """)
        .param("keeper", keeper.id())
        .param("n", participants)
        .param("sheets", sheets.toArray(Long[]::new))
        .update();
    jdbc.sql("UPDATE training_session SET state = 'HELD' WHERE edition_id = :edition")
        .param("edition", edition)
        .update();
    jdbc.sql("UPDATE training_edition SET seats_taken = :n, arrivals = :n WHERE id = :edition")
        .param("n", participants)
        .param("edition", edition)
        .update();
    jdbc.sql("ANALYZE person, training_enrollment, attendance_entry, training_session").update();
    return edition;
  }
}
