package br.gov.sp.prefeitura.redeinfo.training;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.shared.paging.Position;
import br.gov.sp.prefeitura.redeinfo.support.BodyTrainings;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TrainingLife;
import br.gov.sp.prefeitura.redeinfo.training.domain.RiskQueries;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list of whom the coordination may lose, in an edition of a hundred and of ten thousand. */
@Tag("benchmark")
@IntegrationTest
@DisplayName("The list of whom we may lose")
class RiskBenchmarkTest {

  private static final Logger LOG = LoggerFactory.getLogger(RiskBenchmarkTest.class);
  private static final int ROUNDS = 40;
  private static final int PER_PAGE = 51;

  @Autowired TrainingLife life;
  @Autowired BodyTrainings trainings;
  @Autowired RiskQueries risk;
  @Autowired JdbcClient jdbc;

  @Test
  @DisplayName("opens at once, however large the edition")
  void opensAtOnce() {
    long small = edition(100);
    long large = edition(10_000);
    jdbc.sql("ANALYZE training_enrollment, attendance_entry, training_session").update();
    long medianOfSmall = median(small);
    long medianOfLarge = median(large);
    LOG.info("median of a page: {} µs of 100, {} µs of 10,000", medianOfSmall, medianOfLarge);
    assertThat(risk.list(large, null, Position.NEWEST, PER_PAGE)).hasSize(PER_PAGE);
    assertThat(medianOfLarge).isLessThan(500_000);
  }

  private long median(long edition) {
    long[] micros = new long[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      risk.list(edition, null, Position.NEWEST, PER_PAGE);
      micros[i] = (System.nanoTime() - start) / 1000;
    }
    Arrays.sort(micros);
    return micros[ROUNDS / 2];
  }

  /** Four sessions held; one in five participants was absent from each. */
  private long edition(int participants) {
    Body body = trainings.body();
    Person keeper = trainings.member(body);
    long edition = life.enrolling(life.draft().sessions(4));
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
                (edition_id, person_id, body_id, arrival, state, state_since, enrolled_at)
              SELECT :edition, id, :body, row_number() OVER (), 'CONFIRMED', now(), now() FROM people
              RETURNING person_id, arrival)
            INSERT INTO attendance_entry (event_id, person_id, sort_key, status, means, marked_at,
                recorded_by, recorded_at)
            SELECT sheet, person_id, 'pessoa', CASE WHEN (arrival + place) % 5 = 0 THEN 'ABSENT'
                   ELSE 'PRESENT' END, 'SCREEN', now(), :keeper, now()
              FROM enrolled, unnest(:sheets::bigint[]) WITH ORDINALITY AS sheets (sheet, place)
            """)
        .param("edition", edition)
        .param("body", body.id())
        .param("participants", participants)
        .param("keeper", keeper.id())
        .param("sheets", sheets.toArray(Long[]::new))
        .update();
    jdbc.sql("UPDATE training_session SET state = 'HELD' WHERE edition_id = :edition")
        .param("edition", edition)
        .update();
    return edition;
  }
}
