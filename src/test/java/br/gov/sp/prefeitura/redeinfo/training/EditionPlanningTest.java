package br.gov.sp.prefeitura.redeinfo.training;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TrainingLife;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("An edition")
class EditionPlanningTest {

  @Autowired TrainingLife trainings;

  @Test
  @DisplayName("that is published opens and closes for enrolment at its dates")
  void opensAndCloses() {
    long id = trainings.published(trainings.draft().sessions(2));
    assertThat(trainings.get(id).state()).isEqualTo(EditionState.PUBLISHED);

    trainings.fire("training-edition", id, "event_EnrolmentBegins");
    assertThat(trainings.get(id).state()).isEqualTo(EditionState.ENROLLING);
  }
}
