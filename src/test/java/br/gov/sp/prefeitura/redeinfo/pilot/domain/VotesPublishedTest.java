package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotAccess.View;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotProperties.VotesPublished;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife.Team;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

@IntegrationTest
@DisplayName("What the public reads of a vote")
class VotesPublishedTest {

  @Autowired PilotLife pilots;
  @Autowired BallotRepository repository;

  @Test
  @DisplayName("is nothing, the counts, or the names without their reasons, as the setting says")
  void bySetting() {
    Team team = pilots.team();
    List<Person> committee = pilots.committee(3);
    long id = pilots.inVote(team, committee);
    pilots.vote(id, committee.get(0), "FOR");
    pilots.vote(id, committee.get(1), "AGAINST");
    pilots.vote(id, committee.get(2), "FOR");

    assertThat(read(id, VotesPublished.NOTHING, View.PUBLIC)).isEqualTo("-");
    assertThat(read(id, VotesPublished.NOTHING, View.LEAD_BODY)).isEqualTo("2:1");
    assertThat(read(id, VotesPublished.COUNTS, View.PUBLIC)).isEqualTo("2:1");
    assertThat(read(id, VotesPublished.NAMES, View.PUBLIC))
        .isEqualTo("2:1 FOR/null AGAINST/null FOR/null");
    assertThat(read(id, VotesPublished.NOTHING, View.COMMITTEE))
        .isEqualTo("2:1 FOR/null AGAINST/Já existe um mapa parecido. FOR/null");
    assertThat(read(id, VotesPublished.NAMES, View.NONE)).isEqualTo("-");
  }

  private String read(long pilot, VotesPublished setting, View view) {
    BallotQueries queries =
        new BallotQueries(repository, parameters("votes-published", setting.name()));
    return queries
        .latest(pilot, view)
        .map(
            ballot -> {
              StringBuilder text =
                  new StringBuilder()
                      .append(ballot.tally().choices().inFavour())
                      .append(':')
                      .append(ballot.tally().choices().against());
              queries
                  .votes(ballot, view)
                  .forEach(vote -> text.append(" " + vote.vote() + "/" + vote.reason()));
              return text.toString();
            })
        .orElse("-");
  }

  @ParameterizedTest(name = "{0} % of {1}: {2}")
  @CsvSource({
    "50, 10, 5",
    "50, 11, 6",
    "50, 1, 1",
    "0, 10, 1",
    "100, 7, 7",
    "50, 0, 1",
    "34, 3, 2"
  })
  @DisplayName("is of a ballot that needs its percentage of the electors, rounded up, or one vote")
  void quorum(int percent, int electorate, int votes) {
    assertThat(Ballot.quorum(percent, electorate)).isEqualTo(votes);
  }

  @ParameterizedTest
  @CsvSource({"-1", "101"})
  @DisplayName("cannot be of a quorum that is no percentage: the application does not start")
  void noPercentage(String quorum) {
    assertThatThrownBy(() -> parameters("quorum", quorum))
        .hasRootCauseInstanceOf(IllegalArgumentException.class);
  }

  private static PilotProperties parameters(String name, String value) {
    return new Binder(new MapConfigurationPropertySource(Map.of("rede-info.pilot." + name, value)))
        .bindOrCreate("rede-info.pilot", PilotProperties.class);
  }
}
