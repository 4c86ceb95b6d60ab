package br.gov.sp.prefeitura.redeinfo.audit;

import static br.gov.sp.prefeitura.redeinfo.training.process.TrainingEditionProcess.TASK_CERTIFY;
import static br.gov.sp.prefeitura.redeinfo.training.process.TrainingEditionProcess.TASK_REVIEW;
import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TasklistClient;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.TrainingLife;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
@DisplayName("The record of an edition's results")
class EditionAuditTest {

  @Autowired TrainingLife trainings;
  @Autowired TestPeople people;
  @Autowired JdbcClient jdbc;

  @Test
  @DisplayName("says who returned them in Tasklist, who reviewed them and who confirmed them")
  void results() {
    Person school = people.withFunction(Function.EMASP, "seri");
    long id = trainings.enrolling(trainings.draft().certificate(true));
    trainings.closeEnrolment(id);
    trainings.hold(id, 0);

    answer(id, TASK_CERTIFY, school, Map.of("results", "return", "returnReason", "x"));
    answer(id, TASK_REVIEW, trainings.coordinator(), Map.of("reviewAnswer", "y"));
    answer(id, TASK_CERTIFY, school, Map.of("results", "confirm"));

    assertThat(actors(id, "training.results-returned")).containsExactly(school.id());
    assertThat(actors(id, "training.results-reviewed"))
        .containsExactly(trainings.coordinator().id());
    assertThat(actors(id, "training.results-confirmed")).containsExactly(school.id());
  }

  private void answer(long id, String task, Person by, Map<String, ?> values) {
    new TasklistClient(people.signIn(by)).answer(String.valueOf(id), task, values);
    trainings.runJobs();
  }

  private List<Long> actors(long id, String action) {
    return jdbc.sql(
            """
            SELECT actor_id FROM audit_entry
             WHERE subject_type = 'training' AND subject_id = :id AND action = :action
               AND channel = 'tasklist'
            """)
        .param("id", String.valueOf(id))
        .param("action", action)
        .query(Long.class)
        .list();
  }
}
