package br.gov.sp.prefeitura.redeinfo.statute.domain;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.statute.domain.Target.State;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A target of four from March 1 to 31")
class TargetTest {

  private static final LocalDate FIRST = LocalDate.of(2020, 3, 1);

  @ParameterizedTest(name = "on {0} with {1} done is {2}")
  @DisplayName("says how it stands")
  @CsvSource({
    "2020-02-29, 0, NOT_BEGUN",
    "2020-03-01, 0, UNDER_WAY",
    "2020-03-31, 3, UNDER_WAY",
    "2020-04-01, 3, LATE",
    "2020-03-02, 4, MET",
    "2020-04-01, 5, MET"
  })
  void state(LocalDate today, long done, State expected) {
    Target target =
        new Target(1, 2020, "x", null, 0, 4, FIRST, FIRST.plusDays(30), null, null, null, 0);

    assertThat(target.on(today, done)).isEqualTo(expected);
  }
}
