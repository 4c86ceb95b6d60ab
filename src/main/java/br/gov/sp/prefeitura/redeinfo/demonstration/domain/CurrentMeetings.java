package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import br.gov.sp.prefeitura.redeinfo.meeting.MeetingProgramme.Guest;
import br.gov.sp.prefeitura.redeinfo.meeting.MeetingProgramme.PlannedMeeting;
import br.gov.sp.prefeitura.redeinfo.meeting.MinutesProgramme.ToDo;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * The meetings of today, invented all of them: one whose minutes circulate, one that is convened
 * and one to convene.
 */
@Component
@ConditionalOnDemonstration
class CurrentMeetings {

  private static final String STORY = "current/meetings";
  private static final String COORDINATOR = "coordenacao";
  private static final LocalTime BEGINS = LocalTime.of(14, 0);
  private static final LocalTime ENDS = LocalTime.of(16, 30);

  private final StepLog steps;
  private final MeetingPlayer player;
  private final MinutesPlayer minutes;
  private final OfficeTime time;

  CurrentMeetings(StepLog steps, MeetingPlayer player, MinutesPlayer minutes, OfficeTime time) {
    this.steps = steps;
    this.player = player;
    this.minutes = minutes;
    this.time = time;
  }

  /** Safe to repeat, also on another day. */
  void play(List<Body> bodies, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, SaoPaulo.ZONE);
    LocalDate day =
        LocalDate.ofEpochDay(
            steps.result(STORY + "/day", OfficeTime.startOf(today), today::toEpochDay));
    LocalDate held = time.before(day, 8);
    LocalDate quarter = LocalDate.of(held.getYear(), (held.getMonthValue() - 1) / 3 * 3 + 1, 1);
    String name = quarter.getYear() + "-Q" + ((quarter.getMonthValue() + 2) / 3);
    player.beginQuarter(name, time.after(quarter, 1));
    circulating(held, day, now);
    player.leaveQuarter(name, now);
    convened(bodies, day, now);
    toConvene(bodies, day, now);
  }

  private void circulating(LocalDate held, LocalDate day, Instant now) {
    MeetingPlayer.Played meeting =
        plan(
            "circulating",
            time.before(held, 12),
            "QUARTERLY",
            "Reunião trimestral da rede",
            held,
            List.of(
                "Plano de atividades: o que falta no ano",
                "Projetos-piloto em execução",
                "Formações nos órgãos"));
    meeting.convene(OfficeTime.startOf(time.before(held, 7)), COORDINATOR);
    Instant over = OfficeTime.instant(held.atTime(ENDS));
    meeting.complete(
        over,
        COORDINATOR,
        all -> IntStream.range(0, all.size()).filter(i -> i % 5 < 3).mapToObj(all::get).toList());
    meeting.record(
        OfficeTime.startOf(time.after(held, 1)),
        COORDINATOR,
        held.atTime(BEGINS),
        held.atTime(ENDS),
        2);
    minutes.circulate(
        meeting,
        time.before(day, 3),
        COORDINATOR,
        List.of(
            new ToDo(
                "Contar quantas formações ainda cabem no ano", "svma", null, time.after(day, 15))));
    minutes.remark(
        meeting,
        time.before(day, 1),
        "svma.membro1",
        "Na discussão faltou dizer que a oficina de dados já tem data.");
    meeting.until(now);
    meeting.leave();
  }

  private void convened(List<Body> bodies, LocalDate day, Instant now) {
    MeetingPlayer.Played meeting =
        plan(
            "convened",
            time.before(day, 4),
            "THEMATIC",
            "Linguagem simples nas respostas a pedidos",
            time.after(day, 6),
            List.of("O que as respostas dizem hoje", "Um roteiro comum"));
    meeting.convene(OfficeTime.startOf(time.before(day, 2)), COORDINATOR);
    meeting.until(now);
    meeting.leave();
  }

  /** Two bodies have proposed something, about which the coordination has to decide. */
  private void toConvene(List<Body> bodies, LocalDate day, Instant now) {
    MeetingPlayer.Played meeting =
        plan(
            "to-convene",
            time.before(day, 3),
            "JOINT",
            "Sessão conjunta com as altas autoridades",
            time.after(day, 22),
            List.of("Os compromissos do próximo plano de ação"));
    meeting.page(
        "guest",
        OfficeTime.inTheMorning(time.before(day, 2), "guest"),
        COORDINATOR,
        (meetings, by) ->
            meetings.addGuest(
                meeting.id(),
                new Guest(
                    "Vereadora Fictícia",
                    "Presidente da comissão",
                    "Câmara (fictícia)",
                    true,
                    null),
                by));
    bodies.stream()
        .filter(body -> List.of("svma", "sub-la").contains(body.slug()))
        .forEach(
            body ->
                meeting.page(
                    "proposal/" + body.slug(),
                    OfficeTime.inTheMorning(time.before(day, 1), body.slug()),
                    body.slug() + ".gabinete",
                    (meetings, by) ->
                        meetings.propose(
                            meeting.id(), "O projeto-piloto de " + body.acronym(), 15, by)));
    meeting.until(now);
    meeting.leave();
  }

  private MeetingPlayer.Played plan(
      String key, LocalDate planned, String kind, String title, LocalDate day, List<String> items) {
    LocalDateTime begins = day.atTime(BEGINS);
    return player.plan(
        STORY + "/" + key,
        OfficeTime.startOf(planned),
        new PlannedMeeting(
            kind,
            title,
            null,
            begins,
            day.atTime(ENDS),
            "Auditório da coordenação (endereço fictício)",
            "Coordenação da rede",
            null),
        COORDINATOR,
        items);
  }
}
