package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import br.gov.sp.prefeitura.redeinfo.meeting.MeetingProgramme.Guest;
import br.gov.sp.prefeitura.redeinfo.meeting.MeetingProgramme.PlannedMeeting;
import br.gov.sp.prefeitura.redeinfo.meeting.MinutesProgramme.ToDo;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.training.TrainingProgramme.PublishedSession;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The meetings of 2017. Known: the network's launch on 18 May with more than 100 people, and a
 * joint session with high authorities that was planned and never held. Assumed: that the four
 * workshops were the quarterly meetings, one event each and counted once, the launch's number of
 * people, the joint session's day and why it was not held, and all agendas.
 */
@Component
@ConditionalOnDemonstration
class Meetings2017 {

  /** "More than 100". */
  static final int AT_LAUNCH = 104;

  private static final LocalDate JOINT_SESSION = LocalDate.of(2017, 11, 22);
  private static final LocalTime AFTERNOON = LocalTime.of(14, 0);

  /** The first day of each quarter in which a meeting was asked for, by the quarter. */
  private static final Map<String, LocalDate> QUARTERS =
      Map.of(
          "2017-Q2", Programme2017.LAUNCH,
          "2017-Q3", LocalDate.of(2017, 7, 3),
          "2017-Q4", LocalDate.of(2017, 10, 2));

  private static final List<Quarterly> QUARTERLY =
      List.of(
          new Quarterly("2017-Q2", "Participação social", "Duas pessoas por órgão: as indicações"),
          new Quarterly("2017-Q3", "Integridade", "Calendário do segundo semestre"),
          new Quarterly("2017-Q4", "Inovação tecnológica", "Ideias de projetos-piloto"),
          new Quarterly(null, "Apresentação dos projetos-piloto", "A rede em 2018"));

  private final MeetingPlayer player;
  private final MinutesPlayer minutes;
  private final OfficeTime time;
  private final Map<Integer, MeetingPlayer.Played> workshops = new HashMap<>();

  Meetings2017(MeetingPlayer player, MinutesPlayer minutes, OfficeTime time) {
    this.player = player;
    this.minutes = minutes;
    this.time = time;
  }

  /** The launch, before there was anything else. */
  void playLaunch() {
    LocalDate day = Programme2017.LAUNCH;
    MeetingPlayer.Played launch =
        player.plan(
            "2017/launch",
            OfficeTime.startOf(time.before(day, 8)),
            new PlannedMeeting(
                "FORUM",
                "Lançamento da Rede INFO Aberta",
                "Apresentar a rede, o seu estatuto e o programa do ano.",
                day.atTime(9, 30),
                day.atTime(12, 30),
                "Auditório da sede da prefeitura (endereço fictício)",
                "Coordenação da rede",
                null),
            Programme2017.COORDINATION,
            List.of(
                "Abertura",
                "O compromisso de governo aberto da cidade",
                "O que se espera de cada órgão: as indicações"));
    launch.convene(OfficeTime.startOf(time.before(day, 7)), Programme2017.COORDINATION);
    Instant over = OfficeTime.instant(day.atTime(12, 30));
    // Heads, offices and CIGA stand on the sheet; the others were counted at the door.
    launch.complete(
        over, Programme2017.COORDINATION, all -> all.subList(0, Math.min(all.size(), 90)));
    int others = AT_LAUNCH - launch.present();
    held(launch, day, 9, 30, 12, 30, others);
    publish(launch, day, 1, List.of());
  }

  /** The joint session, and how it came to nothing. */
  void playJointSession() {
    LocalDate day = JOINT_SESSION;
    MeetingPlayer.Played session =
        player.plan(
            "2017/joint-session",
            OfficeTime.startOf(time.before(day, 20)),
            new PlannedMeeting(
                "JOINT",
                "Sessão conjunta com as altas autoridades",
                "Levar às autoridades os projetos-piloto e ouvir os seus compromissos.",
                day.atTime(AFTERNOON),
                day.atTime(AFTERNOON.plusHours(3)),
                "Salão nobre da prefeitura (endereço fictício)",
                "Controladoria Geral do Município",
                null),
            Programme2017.COORDINATION_LATER,
            List.of("Os doze projetos-piloto", "Compromissos das autoridades"));
    session.page(
        "guest",
        OfficeTime.startOf(time.before(day, 16)),
        Programme2017.COORDINATION_LATER,
        (meetings, by) ->
            meetings.addGuest(
                session.id(),
                new Guest(
                    "Autoridade Fictícia",
                    "Secretária municipal",
                    "Secretaria (fictícia)",
                    true,
                    null),
                by));
    session.convene(OfficeTime.startOf(time.before(day, 14)), Programme2017.COORDINATION_LATER);
    session.task(
        "recorded",
        OfficeTime.startOf(time.after(day, 1)),
        "userTask_RecordMeeting",
        Programme2017.COORDINATION_LATER,
        Map.of(
            "held",
            "no",
            "notHeldReason",
            "As agendas das autoridades não coincidiram, e não houve nova data no ano."));
  }

  /** A workshop comes near: it is convened as the quarter's meeting. */
  void beforeWorkshop(int number, PublishedSession session) {
    Quarterly meeting = QUARTERLY.get(number - 1);
    if (meeting.quarter() != null) {
      player.beginQuarter(meeting.quarter(), QUARTERS.get(meeting.quarter()));
    }
    LocalDate day = LocalDate.ofInstant(session.startsAt(), SaoPaulo.ZONE);
    String coordinator = Programme2017.coordinatorOn(time.before(day, 7));
    MeetingPlayer.Played played =
        player.plan(
            "2017/meeting/" + number,
            OfficeTime.startOf(time.before(day, 6)),
            new PlannedMeeting(
                "QUARTERLY",
                "Reunião trimestral e oficina: " + meeting.theme(),
                null,
                LocalDateTime.ofInstant(session.startsAt(), SaoPaulo.ZONE),
                LocalDateTime.ofInstant(session.endsAt(), SaoPaulo.ZONE),
                "Auditório da escola municipal (endereço fictício)",
                "Coordenação da rede e São Paulo Aberta",
                session.sheetId()),
            coordinator,
            List.of(meeting.theme(), meeting.second(), "Informes"));
    played.convene(OfficeTime.inTheMorning(time.before(day, 6), "convened"), coordinator);
    workshops.put(number, played);
  }

  /** The workshop's sheet is complete, and is the meeting's. */
  void afterWorkshop(int number, PublishedSession session) {
    MeetingPlayer.Played meeting = workshops.get(number);
    LocalDateTime begins = LocalDateTime.ofInstant(session.startsAt(), SaoPaulo.ZONE);
    LocalDateTime ends = LocalDateTime.ofInstant(session.endsAt(), SaoPaulo.ZONE);
    LocalDate day = begins.toLocalDate();
    held(meeting, day, begins.getHour(), begins.getMinute(), ends.getHour(), ends.getMinute(), 0);
    LocalDate approved =
        publish(
            meeting,
            day,
            1 + number % 5,
            List.of(
                new ToDo(
                    "Enviar aos órgãos o material da oficina " + number,
                    "cgm",
                    null,
                    time.after(day, 25))));
    minutes.answer(
        meeting,
        0,
        time.after(approved, 4),
        "cgm.gabinete-2017",
        Map.of("outcome", "done", "result", "Enviado por e-mail a todos os órgãos."));
  }

  /** Written two days later; a member of CIGA approves. */
  private LocalDate publish(
      MeetingPlayer.Played meeting, LocalDate day, int approver, List<ToDo> toDo) {
    LocalDate written = time.after(day, 2);
    return minutes.publish(
        meeting,
        written,
        Programme2017.coordinatorOn(written),
        People2017.memberOfCiga(approver),
        toDo);
  }

  private void held(
      MeetingPlayer.Played meeting,
      LocalDate day,
      int hour,
      int minute,
      int lastHour,
      int lastMinute,
      int others) {
    meeting.record(
        OfficeTime.startOf(time.after(day, 1)),
        Programme2017.coordinatorOn(time.after(day, 1)),
        day.atTime(hour, minute),
        day.atTime(lastHour, lastMinute),
        others);
  }

  /**
   * @param quarter which it was the first meeting of, or {@code null}
   */
  private record Quarterly(String quarter, String theme, String second) {}
}
