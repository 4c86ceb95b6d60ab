package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.pilot.PilotProgramme.Progress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/** What people did in one pilot of today until it came to its stage, in the order of time. */
final class CurrentPilotActs {

  private static final String COORDINATION = "coordenacao";
  private static final int MEMBERS_OF_CIGA = 5;
  private static final int REPORT_EVERY_MONTHS = 4;

  private final PilotPlayer.Played pilot;
  private final PilotScript script;
  private final CurrentPilotStage stage;
  private final LocalDate begun;
  private final OfficeTime time;
  private final String writer;
  private final String head;

  CurrentPilotActs(
      PilotPlayer.Played pilot,
      PilotScript script,
      Body body,
      CurrentPilotStage stage,
      LocalDate begun,
      OfficeTime time) {
    this.pilot = pilot;
    this.script = script;
    this.stage = stage;
    this.begun = begun;
    this.time = time;
    this.writer = CurrentAccounts.member(body.slug(), 1);
    this.head = CurrentAccounts.head(body.slug());
  }

  void play() {
    if (stage == CurrentPilotStage.DRAFT) {
      return;
    }
    pilot.task("submitted", at(CurrentPilotStage.SUBMITTED), PilotAnswers.WRITE, writer, Map.of());
    switch (stage) {
      case IN_PARTNERSHIP, IN_ENDORSEMENT -> {}
      case NOT_ENDORSED ->
          endorse(PilotAnswers.refuse("O acervo está em mudança; propor de novo no ano que vem."));
      case IN_REVIEW -> endorse(PilotAnswers.endorse());
      default -> {
        endorse(PilotAnswers.endorse());
        review();
      }
    }
    if (stage.comesToVote()) {
      vote();
    }
    if (stage == CurrentPilotStage.SHELVED) {
      coordination(
          "resolved",
          CurrentPilotStage.RESOLVED,
          PilotAnswers.RESOLVE,
          PilotAnswers.shelve("Sem acordo no comitê; o projeto fica guardado para outra ocasião."));
    }
    if (stage.isPresented()) {
      present();
    }
    if (stage.isStarted()) {
      carryOut();
    }
    if (stage == CurrentPilotStage.CANCELLED) {
      pilot.page(
          "cancelled",
          at(CurrentPilotStage.SCHEDULED),
          head,
          (pilots, page) ->
              pilots.cancel(page.pilotId(), "A rádio parceira encerrou o programa.", page.by()));
    }
  }

  private void endorse(Map<String, Object> answer) {
    pilot.task("endorsed", at(CurrentPilotStage.ENDORSED), PilotAnswers.ENDORSE, head, answer);
  }

  private void review() {
    Map<String, Object> answer =
        switch (stage) {
          case RETURNED ->
              PilotAnswers.review(
                  "adjust",
                  "A ideia é boa; faltam números de partida e quem cuida da consulta depois.",
                  Map.of(
                      "problem", "Quantos pedidos por mês, e quanto demoram hoje?",
                      "feasibility", "Quem mantém a consulta no ar depois do projeto?"));
          case NOT_RECOMMENDED ->
              PilotAnswers.review(
                  "reject",
                  "Já existe uma pesquisa igual, com outra periodicidade.",
                  Map.of("publicElement", "O público não ganha nada que já não tenha."));
          default ->
              PilotAnswers.forward(
                  "Atende aos pontos; o que o público passa a ver está claro. Ao comitê.");
        };
    coordination("reviewed", CurrentPilotStage.REVIEWED, PilotAnswers.REVIEW, answer);
  }

  /** A ballot that is still open has two votes; an undecided one ends with as many on each side. */
  private void vote() {
    int voting = stage == CurrentPilotStage.IN_VOTE ? 2 : MEMBERS_OF_CIGA;
    LocalDate day = time.after(begun, CurrentPilotStage.VOTED);
    for (int i = 1; i <= voting; i++) {
      pilot.task(
          "voted-" + i,
          OfficeTime.inTheAfternoon(
              stage == CurrentPilotStage.IN_VOTE ? time.before(day, 1) : day, script.key() + i),
          PilotAnswers.VOTE,
          "ciga." + i,
          PilotAnswers.vote(voteOf(i)));
    }
  }

  private String voteOf(int elector) {
    return switch (stage) {
      case UNDECIDED, SHELVED -> elector == 5 ? "ABSTAIN" : elector % 2 == 0 ? "AGAINST" : "FOR";
      case REJECTED -> elector == 1 ? "FOR" : "AGAINST";
      default -> elector == 4 ? "ABSTAIN" : "FOR";
    };
  }

  private void present() {
    LocalDate day = time.after(begun, CurrentPilotStage.TO_PRESENTATION);
    coordination(
        "scheduled",
        CurrentPilotStage.SCHEDULED,
        PilotAnswers.SCHEDULE,
        PilotAnswers.presentation(
            day.atTime(LocalTime.of(9, 0)), "Sala 3 da escola municipal (endereço fictício)"));
    pilot.task(
        "presented",
        OfficeTime.inTheAfternoon(day, script.key()),
        PilotAnswers.RECORD_PRESENTATION,
        COORDINATION,
        PilotAnswers.presented());
  }

  private void carryOut() {
    LocalDate started = time.after(begun, CurrentPilotStage.STARTED);
    pilot.task(
        "started", morning(started), PilotAnswers.START, writer, PilotAnswers.start(started));
    switch (stage) {
      case RUNNING -> report(1, started, List.of(done(started, 0), going(started), ahead()), false);
      case SUSPENDED -> {
        report(1, started, List.of(done(started, 0), going(started), ahead()), false);
        pilot.page(
            "suspended",
            morning(time.after(reported(1, started), 8)),
            head,
            (pilots, page) ->
                pilots.suspend(
                    page.pilotId(), "À espera da nova lei dos conselhos de usuários.", page.by()));
      }
      case COMPLETED, IN_EVALUATION, EVALUATED -> conclude(started);
      default -> {}
    }
  }

  private void conclude(LocalDate started) {
    report(1, started, List.of(done(started, 0), going(started), ahead()), false);
    report(2, started, List.of(done(started, 0), done(started, 2), done(started, 4)), true);
    LocalDate day = reported(2, started);
    if (stage == CurrentPilotStage.COMPLETED) {
      return;
    }
    pilot.task(
        "completion",
        morning(time.after(day, 6)),
        PilotAnswers.REVIEW_COMPLETION,
        COORDINATION,
        PilotAnswers.accept());
    if (stage == CurrentPilotStage.EVALUATED) {
      pilot.task(
          "evaluated",
          morning(time.after(day, 14)),
          PilotAnswers.EVALUATE,
          COORDINATION,
          PilotAnswers.evaluation(
              "As páginas estão no ar e os conselhos discutem o orçamento com elas. Falta estender"
                  + " aos parques menores.",
              "Combinar o rateio dos contratos antes de prometer datas."));
    }
  }

  /** The body reports some days after it was asked, and the coordination accepts. */
  private void report(int number, LocalDate started, List<Progress> progress, boolean finished) {
    LocalDate day = time.before(reported(number, started), 2);
    pilot.page(
        "milestones-" + number,
        morning(day),
        writer,
        (pilots, page) -> {
          pilots.reportMilestones(page.pilotId(), progress, page.by());
          pilots.addEvidence(
              page.pilotId(),
              "Números do período (dados fictícios)",
              "numeros-do-periodo-" + number + ".csv",
              "mes;registros\n1;120\n2;185\n3;240\n".getBytes(StandardCharsets.UTF_8),
              page.by());
        });
    pilot.task(
        "reported-" + number,
        OfficeTime.inTheAfternoon(day, script.key()),
        PilotAnswers.REPORT,
        writer,
        PilotAnswers.report(
            finished
                ? "Tudo o que foi prometido está no ar; passamos a manter com a equipe da área."
                : "A primeira etapa terminou; a segunda corre dentro do previsto.",
            finished ? "LOW" : "MEDIUM",
            finished));
    pilot.task(
        "accepted-" + number,
        morning(reported(number, started)),
        PilotAnswers.REVIEW_REPORT,
        COORDINATION,
        PilotAnswers.accept());
  }

  /** The day on which the coordination accepts a report: a week after it was asked for. */
  private LocalDate reported(int number, LocalDate started) {
    LocalDate asked = started.plusMonths((long) number * REPORT_EVERY_MONTHS);
    return time.after(asked, 5 * (2 * number - 1));
  }

  private static Progress done(LocalDate started, int month) {
    LocalDate from = started.plusMonths(month);
    return new Progress(100, from, from.plusMonths(2).minusDays(3), null);
  }

  private static Progress going(LocalDate started) {
    return new Progress(60, started.plusMonths(2), null, "A equipe de campo começou mais tarde.");
  }

  private static Progress ahead() {
    return new Progress(0, null, null, null);
  }

  private void coordination(
      String step, int workingDays, String taskKey, Map<String, Object> values) {
    pilot.task(step, at(workingDays), taskKey, COORDINATION, values);
  }

  private Instant at(int workingDays) {
    return morning(time.after(begun, workingDays));
  }

  private Instant morning(LocalDate day) {
    return OfficeTime.inTheMorning(day, script.key());
  }
}
