package br.gov.sp.prefeitura.redeinfo.pilot;

import static br.gov.sp.prefeitura.redeinfo.pilot.process.PilotProjectProcess.TASK_EVALUATE;
import static br.gov.sp.prefeitura.redeinfo.pilot.process.PilotProjectProcess.TASK_RECORD_PRESENTATION;
import static br.gov.sp.prefeitura.redeinfo.pilot.process.PilotProjectProcess.TASK_REPORT;
import static br.gov.sp.prefeitura.redeinfo.pilot.process.PilotProjectProcess.TASK_REVIEW_COMPLETION;
import static br.gov.sp.prefeitura.redeinfo.pilot.process.PilotProjectProcess.TASK_REVIEW_REPORT;
import static br.gov.sp.prefeitura.redeinfo.pilot.process.PilotProjectProcess.TASK_REVIEW_SCOPE;
import static br.gov.sp.prefeitura.redeinfo.pilot.process.PilotProjectProcess.TASK_SCHEDULE;
import static br.gov.sp.prefeitura.redeinfo.pilot.process.PilotProjectProcess.TASK_START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.gov.sp.prefeitura.redeinfo.calendar.CalendarSource;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.CancellationService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ExecutionService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Milestone;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Milestones;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Pilot;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotEvent.Kind;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PresentationService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Presentations;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ProgressReport;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Reports;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ScopeChangeService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.SponsorService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Submissions;
import br.gov.sp.prefeitura.redeinfo.pilot.process.PilotProjectProcess;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.support.FormMentions;
import br.gov.sp.prefeitura.redeinfo.support.PilotExecution;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskFormData;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskFormData.TaskFormRequest;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every path of the model from the approval on. */
abstract class PilotExecutionPaths extends PilotDecisionPaths {

  @Autowired PilotExecution execution;
  @Autowired ExecutionService service;
  @Autowired PresentationService presentationService;
  @Autowired Presentations presentations;
  @Autowired CancellationService cancellation;
  @Autowired ScopeChangeService scopeChanges;
  @Autowired SponsorService sponsors;
  @Autowired Submissions submissions;
  @Autowired Milestones milestones;
  @Autowired Reports reports;
  @Autowired List<CalendarSource> calendars;
  @Autowired List<TaskFormData> formData;
  @Autowired RepositoryService repository;

  @Test
  @DisplayName("is presented, run, evaluated and published, with every detour on its way")
  void wholeLife() {
    long id = pilots.approved(team);
    pilots.fire(id, "boundaryEvent_SchedulingReminder");
    shows(id, TASK_SCHEDULE);
    execution.schedule(id, team);
    assertThat(pilots.told(team.member())).anyMatch(subject -> subject.startsWith("Convite: "));
    String uid = "pilot-presentation-" + presentations.latest(id).orElseThrow().id();
    assertThat(dates(team.member())).contains(uid);
    presentationService.move(id, "O auditório está em obras.", pilots.signedIn(team.coordinator()));
    assertThat(pilots.told(team.office())).anyMatch(subject -> subject.startsWith("Remarcada: "));
    execution.schedule(id, team);
    pilots.fire(id, "intermediateCatchEvent_PresentationOver");
    shows(id, TASK_RECORD_PRESENTATION);
    pilots.answer(
        id,
        TASK_RECORD_PRESENTATION,
        team.coordinator(),
        Map.of("held", "no", "reason", "Faltou luz."));
    assertThat(pilots.get(id).state()).isEqualTo(PilotState.APPROVED);
    execution.schedule(id, team);
    execution.hold(id, team);
    pilots.fire(id, "boundaryEvent_StartReminder");
    shows(id, TASK_START);
    execution.start(id, team);

    execution.reportDue(id);
    pilots.fire(id, "boundaryEvent_ReportReminder");
    shows(id, TASK_REPORT);
    pilots.fire(id, "boundaryEvent_ReportOverdue");
    assertThat(pilots.get(id).staleSince()).isNotNull();
    assertThat(pilots.told(team.head()))
        .anyMatch(subject -> subject.startsWith("Relato atrasado: "));
    execution.send(id, team.member(), 20, false);
    pilots.fire(id, "boundaryEvent_ReportReviewReminder");
    shows(id, TASK_REVIEW_REPORT);
    execution.giveBack(id, team);
    assertThat(execution.open(id).state()).isEqualTo(ProgressReport.State.RETURNED);
    execution.send(id, team.office(), 40, false);
    execution.accept(id, team);
    assertThat(pilots.get(id))
        .returns(null, Pilot::staleSince)
        .returns(40, Pilot::percent)
        .returns(Pilot.Risk.LOW, Pilot::risk);
    assertThat(pilots.get(id).nextReportAt()).isAfter(Instant.now());

    execution.finish(id, team);
    assertThat(pilots.get(id).state()).isEqualTo(PilotState.COMPLETED);
    pilots.fire(id, "boundaryEvent_CompletionReminder");
    shows(id, TASK_REVIEW_COMPLETION);
    pilots.answer(
        id,
        TASK_REVIEW_COMPLETION,
        team.coordinator(),
        Map.of("decision", "return", "review", "Falta o endereço do mapa."));
    assertThat(pilots.get(id).state()).isEqualTo(PilotState.RUNNING);
    execution.finish(id, team);
    execution.completionAccepted(id, team);
    pilots.fire(id, "boundaryEvent_EvaluationReminder");
    shows(id, TASK_EVALUATE);
    execution.proof(id, team);
    execution.evaluate(id, team, "COMPLETE", "MAJOR");

    assertThat(pilots.get(id))
        .returns(PilotState.EVALUATED, Pilot::state)
        .returns(Pilot.Completion.COMPLETE, Pilot::completion)
        .returns(Pilot.EarlyResults.MAJOR, Pilot::earlyResults)
        .returns(false, Pilot::isOpen);
    assertThat(pilots.instance(id)).isNull();
    assertThat(pilots.told(team.member()))
        .anyMatch(subject -> subject.startsWith("Projeto avaliado: "));
    long coordination = team.coordinator().id();
    assertThat(pilots.recorded(id))
        .containsSubsequence(
            "pilot.presentation-scheduled " + coordination,
            "pilot.presentation-moved " + coordination,
            "pilot.presentation-recorded " + coordination,
            "pilot.started " + team.member().id(),
            "pilot.reported " + team.member().id(),
            "pilot.report-reviewed " + coordination,
            "pilot.reported " + team.office().id(),
            "pilot.completion-reviewed " + coordination,
            "pilot.evaluated " + coordination);
    assertThat(kinds(id))
        .containsSubsequence(
            Kind.PRESENTATION_SCHEDULED,
            Kind.PRESENTATION_MOVED,
            Kind.NOT_PRESENTED,
            Kind.PRESENTED,
            Kind.STARTED,
            Kind.REPORT_OVERDUE,
            Kind.REPORTED,
            Kind.REPORT_RETURNED,
            Kind.REPORT_ACCEPTED,
            Kind.COMPLETION_RETURNED,
            Kind.COMPLETION_ACCEPTED,
            Kind.EVALUATED);
  }

  @Test
  @DisplayName("that nobody begins within a year ends as presented")
  void neverStarted() {
    long id = execution.presented(team);
    pilots.fire(id, "boundaryEvent_NeverStarted");
    assertThat(pilots.get(id))
        .returns(PilotState.PRESENTED, Pilot::state)
        .returns(false, Pilot::isOpen);
    assertThat(pilots.instance(id)).isNull();
    assertThat(kinds(id)).contains(Kind.NEVER_STARTED);
    assertThat(pilots.told(team.office())).anyMatch(s -> s.startsWith("Encerrado sem início: "));
    assertThatThrownBy(() -> cancellation.cancel(id, "Tarde.", pilots.signedIn(team.coordinator())))
        .hasMessage("pilot.moved-on");
  }

  @Test
  @DisplayName("is suspended while no report is asked for, reminded of it, and resumed")
  void suspendedWaiting() {
    long id = execution.running(team);
    Instant planned = pilots.get(id).nextReportAt();
    execution.suspend(id, team);
    assertThat(pilots.get(id))
        .returns(PilotState.SUSPENDED, Pilot::state)
        .returns(null, Pilot::nextReportAt);
    assertThat(pilots.told(team.member()))
        .anyMatch(subject -> subject.startsWith("Projeto suspenso: "));
    pilots.fire(id, "intermediateCatchEvent_SuspensionReview");
    pilots.fire(id, "intermediateCatchEvent_SuspensionReview");
    assertThat(pilots.told(team.head()))
        .filteredOn(s -> s.startsWith("Continua suspenso: "))
        .hasSize(2);
    service.resume(id, "", pilots.signedIn(team.coordinator()));
    pilots.runJobs();
    assertThat(pilots.get(id).state()).isEqualTo(PilotState.RUNNING);
    assertThat(pilots.get(id).nextReportAt()).isEqualTo(planned);
    assertThat(pilots.timer(id, "intermediateCatchEvent_ReportDue")).isNotNull();
  }

  @Test
  @DisplayName("keeps what was written of a report over a suspension, and takes it up again")
  void suspendedWriting() {
    long id = execution.running(team);
    execution.reportDue(id);
    pilots.fire(id, "boundaryEvent_ReportOverdue");
    execution.send(id, team.member(), 30, false);
    execution.giveBack(id, team);
    execution.suspend(id, team);
    assertThat(pilots.tasks(id)).isEmpty();
    assertThat(pilots.get(id).staleSince()).isNull();
    service.resume(id, "A equipe voltou.", pilots.signedIn(team.head()));
    execution.reportEarly(id, team);
    assertThat(reports.of(id)).hasSize(1);
    assertThat(execution.open(id).summary()).isEqualTo("Levantamos as praças.");
    assertThat(reports.milestonesOf(execution.open(id).id()))
        .allMatch(milestone -> milestone.percent() == 30);
  }

  @Test
  @DisplayName("gets a report back that waited for the coordination when it was suspended")
  void suspendedReading() {
    long id = execution.running(team);
    execution.reportEarly(id, team);
    execution.send(id, team.member(), 30, false);
    execution.suspend(id, team);
    assertThat(execution.open(id).isLaidAside()).isTrue();
    service.resume(id, "", pilots.signedIn(team.head()));
    execution.reportDue(id);
    execution.send(id, team.member(), 60, false);
    execution.accept(id, team);
    assertThat(pilots.get(id).percent()).isEqualTo(60);
  }

  @Test
  @DisplayName("is not suspended twice, nor resumed while it runs")
  void notTwice() {
    long id = execution.running(team);
    assertThatThrownBy(() -> service.resume(id, "", pilots.signedIn(team.head())))
        .hasMessage("pilot.moved-on");
    execution.suspend(id, team);
    assertThatThrownBy(() -> execution.suspend(id, team)).hasMessage("pilot.moved-on");
    assertThatThrownBy(() -> service.resume(id, "", pilots.signedIn(team.member())))
        .isInstanceOf(Refusal.class)
        .hasMessage("pilot.not-yours");
    cancellation.cancel(id, "Sem equipe.", pilots.signedIn(team.head()));
    assertThat(pilots.get(id).state()).isEqualTo(PilotState.CANCELLED);
    assertThat(pilots.instance(id)).isNull();
    assertThat(pilots.told(team.member()))
        .anyMatch(subject -> subject.startsWith("Projeto cancelado: "));
  }

  @Test
  @DisplayName(
      "changes its scope when the coordination accepts: milestones are kept, added, dropped")
  void scopeAccepted() {
    long id = execution.running(team);
    execution.reportEarly(id, team);
    execution.send(id, team.member(), 50, false);
    execution.accept(id, team);
    pilots.change(
        id,
        team.office(),
        Map.of(
            "milestones[1].title", "Ensinar a vizinhança",
            "milestones[0].title", "Publicar o mapa"));
    scopeChanges.ask(id, "O mapa ficou pronto antes.", pilots.signedIn(team.office()));
    assertThatThrownBy(() -> scopeChanges.ask(id, "De novo.", pilots.signedIn(team.office())))
        .hasMessage("pilot.scope.open");
    int before = pilots.get(id).submission();
    shows(id, TASK_REVIEW_SCOPE);
    pilots.answer(id, TASK_REVIEW_SCOPE, team.coordinator(), Map.of("decision", "accept"));
    assertThat(pilots.recorded(id))
        .contains("pilot.scope-change-decided " + team.coordinator().id());

    assertThat(pilots.get(id).submission()).isGreaterThan(before);
    assertThat(milestones.of(id))
        .extracting(Milestone::title)
        .containsExactly("Publicar o mapa", "Ensinar a vizinhança", "Levantar as praças");
    assertThat(milestones.of(id)).extracting(Milestone::percent).containsExactly(50, 0, 50);
    assertThat(milestones.of(id))
        .extracting(Milestone::isDropped)
        .containsExactly(false, false, true);
    assertThat(pilots.get(id).percent()).isEqualTo(25);
    assertThat(pilots.told(team.member()))
        .anyMatch(s -> s.startsWith("Mudança de escopo aceita: "));
    assertThat(pilots.get(id).state()).isEqualTo(PilotState.RUNNING);
  }

  @Test
  @DisplayName("goes on as it was when the coordination declines a change of scope")
  void scopeDeclined() {
    long id = execution.running(team);
    int before = pilots.get(id).submission();
    pilots.change(id, team.member(), Map.of("milestones[1].title", "Outra coisa"));
    scopeChanges.ask(id, "Mudamos de ideia.", pilots.signedIn(team.member()));
    execution.reportEarly(id, team);
    execution.send(id, team.member(), 100, true);
    assertThatThrownBy(() -> execution.accept(id, team)).hasMessage("pilot.scope.open");
    pilots.answer(
        id,
        TASK_REVIEW_SCOPE,
        team.coordinator(),
        Map.of("decision", "decline", "review", "Não é o que foi aprovado."));
    assertThat(pilots.get(id).submission()).isEqualTo(before);
    assertThat(submissions.latest(id).orElseThrow().number()).isEqualTo(before);
    assertThat(milestones.of(id))
        .extracting(Milestone::title)
        .containsExactly("Levantar as praças", "Publicar o mapa");
    assertThat(pilots.told(team.member()))
        .anyMatch(s -> s.startsWith("Mudança de escopo recusada: "));
    execution.accept(id, team);
    assertThat(pilots.get(id).state()).isEqualTo(PilotState.COMPLETED);
  }

  @Test
  @DisplayName("tells the body when somebody else answers for it")
  void sponsorChanged() {
    long id = pilots.approved(team);
    sponsors.change(id, team.office().id(), pilots.signedIn(team.head()));
    sponsors.change(id, team.office().id(), pilots.signedIn(team.head()));
    assertThat(pilots.get(id).sponsorId()).isEqualTo(team.office().id());
    assertThat(pilots.told(team.office()))
        .filteredOn(s -> s.startsWith("Novo responsável"))
        .hasSize(1);
    assertThatThrownBy(
            () -> sponsors.change(id, team.coordinator().id(), pilots.signedIn(team.coordinator())))
        .hasMessage("pilot.sponsor.not-of-body");
  }

  @Test
  @DisplayName("is not called complete without evidence")
  void noClaimWithoutEvidence() {
    long id = execution.inEvaluation(team);
    assertThatThrownBy(() -> execution.evaluate(id, team, "COMPLETE", "DID_NOT_CHANGE"))
        .hasMessage("pilot.evaluation.claim");
    assertThatThrownBy(() -> execution.evaluate(id, team, "NOT_STARTED", "MARGINAL"))
        .hasMessage("pilot.evaluation.claim");
    execution.proof(id, team);
    assertThatThrownBy(() -> execution.evaluate(id, team, "NO_EVIDENCE", "DID_NOT_CHANGE"))
        .hasMessage("pilot.evaluation.has-evidence");
    execution.evaluate(id, team, "SUBSTANTIAL", "MARGINAL");
    assertThat(pilots.get(id).state()).isEqualTo(PilotState.EVALUATED);
  }

  @Test
  @DisplayName("refuses steps with what is missing, and stays where it is")
  void refuses() {
    long id = pilots.approved(team);
    assertThatThrownBy(
            () ->
                pilots.answer(
                    id,
                    TASK_SCHEDULE,
                    team.coordinator(),
                    Map.of("startsAt", execution.today() + "T00:00", "place", "Sala")))
        .hasMessage("pilot.presentation.future");
    execution.schedule(id, team);
    execution.hold(id, team);
    assertThatThrownBy(
            () ->
                pilots.answer(
                    id,
                    TASK_START,
                    team.member(),
                    Map.of("day", execution.today().plusDays(1).toString())))
        .hasMessage("pilot.start.day");
    execution.start(id, team);
    execution.reportEarly(id, team);
    assertThatThrownBy(
            () ->
                pilots.answer(
                    id,
                    TASK_REPORT,
                    team.member(),
                    Map.of("summary", "Nada.", "risk", "HIGH", "finished", false)))
        .hasMessage("pilot.report.risk-text");
    assertThat(pilots.task(id, TASK_REPORT)).isNotNull();
  }

  private BpmnModelInstance model() {
    return repository.getBpmnModelInstance(
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(PilotProjectProcess.KEY)
            .latestVersion()
            .singleResult()
            .getId());
  }

  /** The task's form is given everything it mentions. */
  private void shows(long id, String taskKey) {
    OpenTask task = pilots.task(id, taskKey);
    UserTask element = model().getModelElementById(taskKey);
    Map<String, Object> data =
        formData.stream()
            .filter(module -> module.processKey().equals(PilotLife.KEY))
            .map(
                module ->
                    module.dataFor(
                        new TaskFormRequest(
                            task.id(), taskKey, String.valueOf(id), team.head().username())))
            .findFirst()
            .orElseThrow();
    assertThat(data)
        .containsKeys(FormMentions.of(element.getCamundaFormRef()).toArray(String[]::new));
  }

  private Set<String> dates(Person person) {
    return calendars.stream()
        .flatMap(calendar -> calendar.entriesOf(person.id(), Instant.now()).stream())
        .map(entry -> entry.uid())
        .collect(Collectors.toSet());
  }
}
