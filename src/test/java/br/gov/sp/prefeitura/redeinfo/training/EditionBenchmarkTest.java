package br.gov.sp.prefeitura.redeinfo.training;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestBodies;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.TrainingLife;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of an edition of a hundred and of one of ten thousand, over HTTP, turn by turn. */
@Tag("benchmark")
@IntegrationTest
@DisplayName("The pages of a training")
class EditionBenchmarkTest {

  private static final Logger LOG = LoggerFactory.getLogger(EditionBenchmarkTest.class);
  private static final int WARM_UP = 20;
  private static final int ROUNDS = 60;

  @Autowired TrainingLife life;
  @Autowired TestPeople people;
  @Autowired TestBodies bodies;
  @Autowired JdbcClient jdbc;

  @Test
  @DisplayName("open as fast with ten thousand enrolments as with a hundred")
  void openAsFast() {
    Body body = bodies.make();
    Person coordinator = people.withFunction(Function.COORDINATION, "seri");
    CrowdedEditions editions = new CrowdedEditions(life, jdbc);
    long small = editions.make(100, body, coordinator);
    long large = editions.make(10_000, body, coordinator);
    Visitor desk = people.signIn(coordinator);
    Visitor servant = people.signIn(people.person(body.slug()));

    Map<String, LongFunction<Integer>> pages = new LinkedHashMap<>();
    pages.put("catalogue", edition -> get(servant, "/trainings"));
    pages.put("edition", edition -> get(servant, "/trainings/" + edition));
    pages.put("desk of the edition", edition -> get(desk, "/trainings/planning/" + edition));
    pages.put(
        "participants", edition -> get(desk, "/trainings/planning/" + edition + "/participants"));
    pages.put(
        "attendance sheet", edition -> get(desk, "/attendance/" + life.sheets(edition).get(0)));
    pages.forEach(
        (name, page) -> {
          long[] ofSmall = new long[ROUNDS];
          long[] ofLarge = new long[ROUNDS];
          for (int i = -WARM_UP; i < ROUNDS; i++) {
            long first = micros(page, small);
            long second = micros(page, large);
            if (i >= 0) {
              ofSmall[i] = first;
              ofLarge[i] = second;
            }
          }
          LOG.info("{}: {} µs of 100, {} µs of 10,000", name, median(ofSmall), median(ofLarge));
        });
  }

  private static long micros(LongFunction<Integer> page, long edition) {
    long start = System.nanoTime();
    int status = page.apply(edition);
    long micros = (System.nanoTime() - start) / 1000;
    assertThat(status).isEqualTo(200);
    return micros;
  }

  private static int get(Visitor visitor, String path) {
    return visitor.get(path).statusCode();
  }

  private static long median(long[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
