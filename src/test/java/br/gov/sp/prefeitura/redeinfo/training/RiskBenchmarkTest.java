package br.gov.sp.prefeitura.redeinfo.training;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.support.BodyTrainings;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TrainingLife;
import br.gov.sp.prefeitura.redeinfo.training.domain.RiskQueries;
import br.gov.sp.prefeitura.redeinfo.training.domain.RiskQueries.Place;
import java.util.Arrays;
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
    CrowdedEditions editions = new CrowdedEditions(life, jdbc);
    Body body = trainings.body();
    Person keeper = trainings.member(body);
    long small = editions.make(100, body, keeper);
    long large = editions.make(10_000, body, keeper);
    long medianOfSmall = median(small);
    long medianOfLarge = median(large);
    LOG.info("median of a page: {} µs of 100, {} µs of 10,000", medianOfSmall, medianOfLarge);
    assertThat(risk.list(large, null, Place.FIRST, PER_PAGE)).hasSize(PER_PAGE);
    assertThat(medianOfLarge).isLessThan(5 * medianOfSmall + 5_000);
  }

  private long median(long edition) {
    long[] micros = new long[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      risk.list(edition, null, Place.FIRST, PER_PAGE);
      micros[i] = (System.nanoTime() - start) / 1000;
    }
    Arrays.sort(micros);
    return micros[ROUNDS / 2];
  }
}
