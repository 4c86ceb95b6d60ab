package br.gov.sp.prefeitura.redeinfo.nomination.domain;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("The time to live of history")
class HistoryTimeToLiveTest {

  /** A deadline further away is refused when a round is opened. */
  private static final Duration LONGEST_ROUND = Duration.ofDays(366);

  /**
   * Nothing is planned more than two years ahead; a last session may be moved as far again, and
   * sheets, results and reviews may take half a year.
   */
  private static final Duration LONGEST_EDITION = Duration.ofDays(2 * 2 * 366 + 183);

  /**
   * Announced for a year ahead and moved as far again; its report may come back for half a year.
   */
  private static final Duration LONGEST_BODY_TRAINING = Duration.ofDays(2 * 366 + 183);

  /** Stated a year ahead and moved as far again a few times. */
  private static final Duration LONGEST_SUCCESSION = Duration.ofDays(4 * 366);

  /** Rounds come twice a year, and a newer one replaces what is open; one may be left out. */
  private static final Duration LONGEST_CONFIRMATION = Duration.ofDays(366);

  /** Planned up to 18 months ahead, moved as far again; its minutes may come back for a year. */
  private static final Duration LONGEST_MEETING = Duration.ofDays(3 * 366 + 366);

  /** Nobody leaves a person waiting for a year; a substitute decides before. */
  private static final Duration LONGEST_ENLISTMENT = Duration.ofDays(366);

  /**
   * Its last day is a year ahead at most when it is written, and it may come back for half a year.
   */
  private static final Duration LONGEST_CAMPAIGN = Duration.ofDays(366 + 183);

  /**
   * A pilot lives as long as people work on it, or leave it suspended; who does not accept the
   * statute is asked until they leave; a follow-up may get more time again and again. Their history
   * counts from their end.
   */
  private static final Set<String> WITHOUT_LONGEST_LIFE =
      Set.of("pilot-project", "statute-acceptance", "meeting-follow-up");

  /** How often a set may come back and nobody yet call it a failure. */
  private static final int RETURNS = 10;

  @Autowired RepositoryService repository;
  @Autowired ProcessEngineConfigurationImpl engine;
  @Autowired Deadlines deadlines;
  @Autowired EngineClock engineClock;
  @Autowired Clock clock;

  @Test
  @DisplayName("is longer than any instance can live by its deadlines")
  void isLongerThanLife() {
    Map<String, Duration> lives =
        Map.ofEntries(
            Map.entry("nomination-approval", longestNomination()),
            Map.entry("nomination-round", longestNomination()),
            Map.entry("body-training", LONGEST_BODY_TRAINING),
            Map.entry("focal-point-confirmation", LONGEST_CONFIRMATION),
            Map.entry("outreach-campaign", LONGEST_CAMPAIGN),
            Map.entry("succession", LONGEST_SUCCESSION),
            Map.entry("training-edition", LONGEST_EDITION),
            Map.entry("volunteer-enlistment", LONGEST_ENLISTMENT),
            Map.entry("training-session", LONGEST_EDITION),
            Map.entry("training-enrollment", LONGEST_EDITION),
            Map.entry("network-meeting", LONGEST_MEETING),
            Map.entry("meeting-quarter", LONGEST_MEETING));
    List<ProcessDefinition> models =
        repository.createProcessDefinitionQuery().latestVersion().list().stream()
            .filter(model -> !model.getKey().startsWith("test-"))
            .filter(model -> !WITHOUT_LONGEST_LIFE.contains(model.getKey()))
            .toList();

    assertThat(new TreeSet<>(models.stream().map(ProcessDefinition::getKey).toList()))
        .as("models whose longest life is known")
        .isEqualTo(new TreeSet<>(lives.keySet()));
    assertThat(models)
        .allSatisfy(
            model ->
                assertThat(Duration.ofDays(model.getHistoryTimeToLive()))
                    .as(model.getKey())
                    .isGreaterThan(lives.get(model.getKey())));
    assertThat(repository.createDecisionDefinitionQuery().latestVersion().list())
        .filteredOn(table -> !table.getKey().startsWith("test-"))
        .isNotEmpty()
        .extracting(DecisionDefinition::getHistoryTimeToLive)
        .allSatisfy(days -> assertThat(Duration.ofDays(days)).isGreaterThan(longestNomination()));
  }

  @Test
  @DisplayName("counts from the end of an instance")
  void countsFromTheEnd() {
    assertThat(engine.getHistoryRemovalTimeStrategy())
        .isEqualTo(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_END);
  }

  /** The round's deadline, and every later step's period as often as the set may come back. */
  private Duration longestNomination() {
    Instant opened = clock.instant();
    Instant at = opened.plus(LONGEST_ROUND);
    for (int i = 0; i <= RETURNS; i++) {
      at = engineClock.callAt(at, deadlines::afterReturn);
      at = engineClock.callAt(at, deadlines::acceptance);
      at = engineClock.callAt(at, deadlines::approval);
      at = engineClock.callAt(at, deadlines::validation);
    }
    return Duration.between(opened, engineClock.callAt(at, deadlines::publication));
  }
}
