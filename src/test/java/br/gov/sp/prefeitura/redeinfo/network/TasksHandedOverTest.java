package br.gov.sp.prefeitura.redeinfo.network;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import br.gov.sp.prefeitura.redeinfo.support.BodyTrainings;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.NominationLife;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("Tasks of somebody who leaves")
class TasksHandedOverTest {

  @Autowired Appointments appointments;
  @Autowired ObjectProvider<Holdings> holdings;
  @Autowired BodyTrainings trainings;
  @Autowired NominationLife nominations;
  @Autowired TestPeople people;
  @Autowired TaskInbox inbox;

  private Body body;
  private Person office;
  private Appointment appointment;

  @BeforeEach
  void anOffice() {
    body = trainings.body();
    office = people.withFunction(Function.OFFICE, body.slug());
    appointment = appointments.ofPerson(office.id(), trainings.today()).get(0);
  }

  @Test
  @DisplayName("are offered to their groups again, whatever the process they belong to")
  void areOfferedAgain() {
    Person coordinator = people.withFunction(Function.COORDINATION, "seri");
    long training = trainings.announce(body, office);
    trainings.dayPasses(training);
    OpenTask report = trainings.task(training, BodyTrainings.REPORT);
    Map<Long, Long> opened = nominations.open(coordinator, List.of(body));
    OpenTask indicate =
        inbox.openTasks("nomination-approval", List.of("" + opened.get(body.id()))).get(0);
    List.of(report, indicate).forEach(task -> inbox.claim(task.id(), office.username()));

    assertThat(holdings.stream().flatMap(module -> module.heldThrough(appointment).stream()))
        .extracting(Holdings.Holding::path)
        .contains("/tasks/" + report.id(), "/tasks/" + indicate.id());
    leaves();
    for (OpenTask task : List.of(report, indicate)) {
      assertThat(inbox.findOpen(task.id()).orElseThrow().assignee()).isNull();
    }
  }

  @Test
  @DisplayName("stay theirs if nobody else could take them on")
  void stayTheirs() {
    Person coordinator = people.withFunction(Function.COORDINATION, "seri");
    long nomination = nominations.open(coordinator, List.of(body)).get(body.id());
    Person nominee = nominations.indicate(nomination, body, people.signIn(office)).get(0);
    nominations.appoint(nominee, Function.VOLUNTEER, body);
    appointment = appointments.ofPerson(nominee.id(), trainings.today()).get(0);

    leaves();
    assertThat(inbox.openTasks("nomination-approval", List.of("" + nomination)))
        .extracting(OpenTask::assignee)
        .contains(nominee.username());
  }

  private void leaves() {
    appointments.end(appointment.id(), trainings.today().minusDays(1), EndReason.RESIGNED, null);
  }
}
