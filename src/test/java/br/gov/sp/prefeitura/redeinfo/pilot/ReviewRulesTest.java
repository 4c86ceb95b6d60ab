package br.gov.sp.prefeitura.redeinfo.pilot;

import static br.gov.sp.prefeitura.redeinfo.pilot.process.PilotProjectProcess.TASK_REVIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotAccess.View;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Review.Finding;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Review.Outcome;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Review.Verdict;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ReviewPoint;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ReviewQueries;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ReviewService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ReviewService.TypedReview;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife.Team;
import br.gov.sp.prefeitura.redeinfo.support.TasklistClient;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@TestInstance(Lifecycle.PER_CLASS)
@DisplayName("A review")
class ReviewRulesTest {

  @Autowired PilotLife pilots;
  @Autowired TestPeople people;
  @Autowired ReviewService service;
  @Autowired ReviewQueries reviews;

  private Team team;
  private long id;

  @BeforeAll
  void somethingIsToBeReviewed() {
    team = pilots.team();
    id = pilots.endorsed(team);
  }

  /** Verdict and comment of the milestones; all other points are met. */
  @ParameterizedTest(name = "{0}, milestones {1} {2}, opinion {3}: {4}")
  @CsvSource(
      nullValues = "-",
      value = {
        "-, MET, -, x, review pilot.choose",
        "FORWARD, -, -, x, milestonesVerdict pilot.choose",
        "FORWARD, NOT_MET, 'Sem datas.', x, review pilot.point-not-met",
        "FORWARD, PARTLY, -, x, milestonesComment pilot.answer-needed",
        "FORWARD, MET, -, -, opinion pilot.answer-needed",
        "ADJUST, MET, -, x, review pilot.nothing-to-adjust",
        "REJECT, NOT_MET, ' ', -, milestonesComment pilot.answer-needed; opinion pilot.answer-needed"
      })
  @DisplayName("that breaks a rule is refused at the field, and nothing is kept of it")
  void isRefused(Outcome outcome, Verdict verdict, String comment, String opinion, String refusal) {
    Map<ReviewPoint, Finding> points = new EnumMap<>(ReviewPoint.class);
    for (ReviewPoint point : ReviewPoint.values()) {
      points.put(point, new Finding(Verdict.MET, null));
    }
    points.put(ReviewPoint.MILESTONES, new Finding(verdict, comment));
    TypedReview typed = new TypedReview(outcome, points, opinion, null);

    Refusal refused =
        catchThrowableOfType(
            Refusal.class, () -> service.review(id, typed, pilots.signedIn(team.coordinator())));

    assertThat(
            refused.violations().stream()
                .map(violation -> violation.field() + " " + violation.code())
                .collect(Collectors.joining("; ")))
        .isEqualTo(refusal);
    assertThat(reviews.of(id, View.ALL)).isEmpty();
    pilots.expect(id, PilotState.IN_REVIEW);
  }

  @Test
  @DisplayName("is checked by its form too, and the refusal names what is missing")
  void byTheForm() {
    TasklistClient tasklist = new TasklistClient(people.signIn(team.coordinator()));
    String task = pilots.task(id, TASK_REVIEW).id();
    tasklist.claim(task);
    Map<String, Object> values = new HashMap<>(PilotLife.forwarding());
    values.put("dataVerdict", "PARTLY");
    HttpResponse<String> refused = tasklist.submit(task, values);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("Dados e dados pessoais");
    values.put("dataVerdict", "NOT_MET");
    values.put("dataComment", "Há nomes na planilha.");
    HttpResponse<String> notYet = tasklist.submit(task, values);
    assertThat(notYet.statusCode()).isEqualTo(400);
    assertThat(notYet.body()).contains("não está atendido");
    pilots.expect(id, PilotState.IN_REVIEW);
  }
}
