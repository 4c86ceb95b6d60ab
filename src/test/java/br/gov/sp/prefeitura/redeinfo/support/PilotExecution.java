package br.gov.sp.prefeitura.redeinfo.support;

import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.pilot.PilotState;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.CancellationService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Evidence.Purpose;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.EvidenceService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ExecutionService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.NewEvidence;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ProgressReport;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ReportService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Reports;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.TypedReport;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.TypedReport.TypedRow;
import br.gov.sp.prefeitura.redeinfo.pilot.process.PilotProjectProcess;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife.Team;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;

/** Approved pilots brought on through the real process up to their evaluation. */
@TestComponent
public class PilotExecution {

  private final PilotLife pilots;
  private final ReportService reportService;
  private final Reports reports;
  private final ExecutionService execution;
  private final CancellationService cancellation;
  private final EvidenceService evidence;
  private final Clock clock;

  PilotExecution(
      PilotLife pilots,
      ReportService reportService,
      Reports reports,
      ExecutionService execution,
      CancellationService cancellation,
      EvidenceService evidence,
      Clock clock) {
    this.pilots = pilots;
    this.reportService = reportService;
    this.reports = reports;
    this.execution = execution;
    this.cancellation = cancellation;
    this.evidence = evidence;
    this.clock = clock;
  }

  /** In ten days, at ten. */
  public void schedule(long id, Team team) {
    answer(
        id,
        PilotProjectProcess.TASK_SCHEDULE,
        team.coordinator(),
        Map.of(
            "startsAt", today().plusDays(10) + "T10:00",
            "place", "Auditório inventado",
            "authorities", "Secretária inventada\nControlador inventado"));
  }

  /** The time of the presentation comes, and the coordination says that it took place. */
  public void hold(long id, Team team) {
    pilots.fire(id, "intermediateCatchEvent_PresentationOver");
    answer(
        id,
        PilotProjectProcess.TASK_RECORD_PRESENTATION,
        team.coordinator(),
        Map.of("held", "yes", "note", "Vieram quarenta pessoas."));
  }

  public long presented(Team team) {
    return presented(pilots.approved(team), team);
  }

  private long presented(long id, Team team) {
    schedule(id, team);
    hold(id, team);
    return pilots.expect(id, PilotState.PRESENTED);
  }

  /** Begun today by the member. */
  public void start(long id, Team team) {
    answer(id, PilotProjectProcess.TASK_START, team.member(), Map.of("day", today().toString()));
  }

  /** It runs and waits for the time of the first report. */
  public long running(Team team) {
    long id = presented(team);
    start(id, team);
    return pilots.expect(id, PilotState.RUNNING);
  }

  public void suspend(long id, Team team) {
    execution.suspend(id, "Falta equipe até o fim do ano.", pilots.signedIn(team.head()));
    pilots.runJobs();
  }

  /** The period is over: the body is asked for a report. */
  public void reportDue(long id) {
    pilots.fire(id, "intermediateCatchEvent_ReportDue");
  }

  /** The member reports before the period is over. */
  public void reportEarly(long id, Team team) {
    reportService.askEarly(id, pilots.signedIn(team.member()));
    pilots.runJobs();
  }

  /** The report that is asked for, with every milestone at this percentage, begun today. */
  public TypedReport typed(long id, int percent, boolean finished) {
    ProgressReport open = open(id);
    String today = today().toString();
    List<TypedRow> rows =
        reports.milestonesOf(open.id()).stream()
            .map(
                one ->
                    new TypedRow(
                        one.milestone().id(),
                        String.valueOf(percent),
                        percent == 0 ? "" : today,
                        percent == 100 ? today : "",
                        percent < 100 && (finished || one.milestone().isLate(today()))
                            ? "A chuva atrasou o levantamento."
                            : ""))
            .toList();
    return new TypedReport(
        open.version(), "Levantamos as praças.", "LOW", "", false, "", finished, rows);
  }

  public ProgressReport open(long id) {
    return reports.open(id).orElseThrow();
  }

  /** Writes and sends the report that is asked for. */
  public void send(long id, Person by, int percent, boolean finished) {
    reportService.save(id, typed(id, percent, finished), pilots.signedIn(by));
    reportService.send(id, pilots.signedIn(by));
    pilots.runJobs();
  }

  public void accept(long id, Team team) {
    answer(
        id,
        PilotProjectProcess.TASK_REVIEW_REPORT,
        team.coordinator(),
        Map.of("decision", "accept"));
  }

  public void giveBack(long id, Team team) {
    answer(
        id,
        PilotProjectProcess.TASK_REVIEW_REPORT,
        team.coordinator(),
        Map.of("decision", "return", "review", "Falta a data do levantamento."));
  }

  /** The body has said that it is done, and the coordination has read it. */
  public long completed(Team team) {
    long id = running(team);
    finish(id, team);
    return pilots.expect(id, PilotState.COMPLETED);
  }

  /** A last report before its time, with everything done, is accepted. */
  public void finish(long id, Team team) {
    reportEarly(id, team);
    send(id, team.member(), 100, true);
    accept(id, team);
  }

  public long inEvaluation(Team team) {
    long id = completed(team);
    completionAccepted(id, team);
    return pilots.expect(id, PilotState.IN_EVALUATION);
  }

  public void completionAccepted(long id, Team team) {
    answer(
        id,
        PilotProjectProcess.TASK_REVIEW_COMPLETION,
        team.coordinator(),
        Map.of("decision", "accept"));
  }

  /** A public link that shows the result. */
  public long proof(long id, Team team) {
    return evidence.addLink(
        id,
        new NewEvidence(Purpose.COMPLETION, "Mapa publicado", true),
        "https://mapa.example.org/",
        pilots.signedIn(team.member()));
  }

  public void evaluate(long id, Team team, String completion, String earlyResults) {
    answer(
        id,
        PilotProjectProcess.TASK_EVALUATE,
        team.coordinator(),
        Map.of(
            "completion",
            completion,
            "earlyResults",
            earlyResults,
            "text",
            "O mapa está no ar e é usado.",
            "lessons",
            "Comece pela base de dados."));
  }

  public long evaluated(Team team) {
    long id = inEvaluation(team);
    proof(id, team);
    evaluate(id, team, "COMPLETE", "MAJOR");
    return pilots.expect(id, PilotState.EVALUATED);
  }

  /** A new pilot of the team in this state, brought there by its process. */
  public long in(PilotState state, Team team) {
    long id =
        switch (state) {
          case DRAFT -> pilots.draft(team);
          case IN_PARTNERSHIP -> inPartnership(team);
          case IN_ENDORSEMENT -> pilots.submitted(team);
          case IN_REVIEW -> pilots.endorsed(team);
          case RETURNED -> endorsement(team, "return");
          case NOT_ENDORSED -> endorsement(team, "refuse");
          case NOT_RECOMMENDED -> notRecommended(team);
          case IN_VOTE -> pilots.inVote(team, pilots.committee(1));
          case REJECTED -> voted(team, "AGAINST");
          case UNDECIDED -> voted(team, "ABSTAIN");
          case SHELVED -> shelved(team);
          case APPROVED -> pilots.approved(team);
          case PRESENTED -> presented(team);
          case RUNNING -> running(team);
          case SUSPENDED -> suspended(team);
          case COMPLETED -> completed(team);
          case IN_EVALUATION -> inEvaluation(team);
          case EVALUATED -> evaluated(team);
          case CANCELLED -> cancelled(team);
        };
    return pilots.expect(id, state);
  }

  private long inPartnership(Team team) {
    long id =
        pilots.draft(
            team,
            Map.of(
                "partners[0].guest", "Laboratório inventado",
                "partners[0].part", "Empresta a sala."));
    pilots.submit(id, team.member());
    return id;
  }

  private long endorsement(Team team, String endorsement) {
    long id = pilots.submitted(team);
    answer(
        id,
        PilotProjectProcess.TASK_ENDORSE,
        team.head(),
        Map.of("endorsement", endorsement, endorsement + "Reason", "Sem equipe este ano."));
    return id;
  }

  private long notRecommended(Team team) {
    long id = pilots.endorsed(team);
    Map<String, Object> values = new HashMap<>(PilotLife.forwarding());
    values.put("review", "reject");
    answer(id, PilotProjectProcess.TASK_REVIEW, team.coordinator(), values);
    return id;
  }

  private long voted(Team team, String vote) {
    List<Person> committee = pilots.committee(1);
    long id = pilots.inVote(team, committee);
    pilots.vote(id, committee.get(0), vote);
    return id;
  }

  private long shelved(Team team) {
    long id = voted(team, "ABSTAIN");
    answer(
        id,
        PilotProjectProcess.TASK_RESOLVE_BALLOT,
        team.coordinator(),
        Map.of("resolution", "shelve", "resolutionReason", "Ninguém a defendeu."));
    return id;
  }

  private long suspended(Team team) {
    long id = running(team);
    suspend(id, team);
    return id;
  }

  private long cancelled(Team team) {
    long id = running(team);
    cancellation.cancel(id, "O órgão mudou de prioridade.", pilots.signedIn(team.head()));
    return id;
  }

  public LocalDate today() {
    return SaoPaulo.today(clock);
  }

  private void answer(long id, String taskKey, Person by, Map<String, Object> values) {
    pilots.answer(id, taskKey, by, values);
  }
}
