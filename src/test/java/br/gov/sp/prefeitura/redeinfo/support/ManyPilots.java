package br.gov.sp.prefeitura.redeinfo.support;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotProcess;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Thousands of pilots for the benchmark: spread over bodies and states, each with a proposal, four
 * milestones, ten reports and a story; of each that goes on a process, standing at its first task.
 */
@TestComponent
public class ManyPilots {

  private static final String PROPOSAL =
      """
      {"title":"Mapa das podas","problem":"Ninguém sabe quando a praça é podada.","baseline":"40 pedidos por mês.",
       "description":"Um mapa com as datas.","themes":["PARTICIPATION"],"contribution":"Abre a agenda.",
       "publicElement":"Um mapa público.","targetPublic":"Vizinhança.","territory":"city",
       "deliverables":"O mapa.","milestones":[],"indicators":"Pedidos por mês.","risks":"Chuva.",
       "datasets":[],"partners":[]}
      """;

  private final JdbcClient jdbc;
  private final PilotProcess process;
  private final TransactionTemplate transaction;

  ManyPilots(JdbcClient jdbc, PilotProcess process, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.process = process;
    this.transaction = transaction;
  }

  /**
   * @return the id of one that runs, of the first body
   */
  public long make(int number, List<Body> bodies, long personId) {
    long last = jdbc.sql("SELECT coalesce(max(id), 0) FROM pilot").query(Long.class).single();
    Long[] ids = bodies.stream().map(Body::id).toArray(Long[]::new);
    transaction.executeWithoutResult(
        status -> {
          pilots(number, ids, personId);
          details(last, personId);
        });
    startProcesses(last, bodies);
    jdbc.sql("ANALYZE").update();
    return jdbc.sql(
            """
            SELECT min(id) FROM pilot
             WHERE id > :last AND body_id = :body AND state = 'RUNNING'
            """)
        .param("last", last)
        .param("body", ids[0])
        .query(Long.class)
        .single();
  }

  private void pilots(int number, Long[] bodies, long personId) {
    jdbc.sql(
            """
            WITH kinds AS (
              SELECT ARRAY['DRAFT', 'RUNNING', 'IN_REVIEW', 'RUNNING', 'IN_VOTE', 'APPROVED', 'PRESENTED',
                           'RUNNING', 'EVALUATED', 'SUSPENDED', 'COMPLETED', 'EVALUATED', 'NOT_ENDORSED',
                           'RUNNING', 'CANCELLED', 'IN_ENDORSEMENT', 'EVALUATED'] AS states)
            INSERT INTO pilot (body_id, state, state_since, title, territory, themes, words, sponsor_id,
                               created_by, created_at, submission, published_at, ended_at, stale_since,
                               next_report_at, percent)
            SELECT (CAST(:bodies AS bigint[]))[1 + n / 17 % :count], state, moment,
                   'Mapa das podas ' || n, 'city',
                   ARRAY[CASE WHEN n % 2 = 0 THEN 'TRANSPARENCY' ELSE 'PARTICIPATION' END],
                   'mapa das podas da vizinhanca bairro' || n % 10 || ' projeto ' || n, :person, :person,
                   moment, 1,
                   CASE WHEN state IN ('RUNNING', 'APPROVED', 'PRESENTED', 'EVALUATED', 'SUSPENDED',
                                       'COMPLETED') THEN moment END,
                   CASE WHEN state IN ('EVALUATED', 'NOT_ENDORSED', 'CANCELLED') THEN moment END,
                   CASE WHEN state = 'RUNNING' AND n % 5 = 0 THEN moment END, moment, n % 100
              FROM kinds, generate_series(1, :number) AS n,
                   LATERAL (SELECT states[1 + n % 17] AS state,
                                   now() - n * interval '1 minute' AS moment) AS one
            """)
        .param("bodies", bodies)
        .param("count", bodies.length)
        .param("person", personId)
        .param("number", number)
        .update();
  }

  private void details(long last, long personId) {
    each(
        last,
        """
        INSERT INTO pilot_submission (pilot_id, number, proposal, submitted_by, submitted_at)
        SELECT id, 1, CAST(:proposal AS jsonb), :person, created_at FROM pilot WHERE id > :last
        """,
        personId);
    each(
        last,
        """
        INSERT INTO pilot_milestone (pilot_id, position, title, planned_start, planned_end, percent)
        SELECT id, n, 'Marco ' || n, current_date - 90, current_date - 60 + n * 30, 25 * n
          FROM pilot, generate_series(1, 4) AS n WHERE id > :last
        """,
        personId);
    each(
        last,
        """
        INSERT INTO pilot_report (pilot_id, number, state, opened_at, summary, percent, submitted_by,
                                  submitted_at)
        SELECT id, n, 'ACCEPTED', created_at, 'O que se fez no período ' || n, 10 * n, :person, created_at
          FROM pilot, generate_series(1, 10) AS n WHERE id > :last
        """,
        personId);
    each(
        last,
        """
        INSERT INTO pilot_event (pilot_id, kind, at, person_id, reason, sight)
        SELECT id, 'REPORTED', created_at, :person, 'Andamento', 'BODY'
          FROM pilot, generate_series(1, 10) WHERE id > :last
        """,
        personId);
    each(
        last,
        """
        INSERT INTO pilot_ballot (pilot_id, round, submission, quorum, quorum_percent, opened_at,
                                  deadline, closed_at, outcome)
        SELECT id, 1, 1, 1, 50, created_at, created_at, created_at, 'APPROVED'
          FROM pilot WHERE id > :last AND published_at IS NOT NULL
        """,
        personId);
  }

  private void each(long last, String sql, long personId) {
    jdbc.sql(sql)
        .param("last", last)
        .param("person", personId)
        .param("proposal", PROPOSAL)
        .update();
  }

  private void startProcesses(long last, List<Body> bodies) {
    Map<Long, String> slugs = bodies.stream().collect(Collectors.toMap(Body::id, Body::slug));
    jdbc.sql(
            "SELECT id, body_id, title FROM pilot WHERE id > :last AND ended_at IS NULL ORDER BY id")
        .param("last", last)
        .query(
            (rs, n) ->
                new Started(
                    rs.getLong("id"), slugs.get(rs.getLong("body_id")), rs.getString("title")))
        .list()
        .forEach(
            pilot ->
                transaction.executeWithoutResult(
                    status -> process.start(pilot.id(), pilot.slug(), pilot.title())));
  }

  private record Started(long id, String slug, String title) {}
}
