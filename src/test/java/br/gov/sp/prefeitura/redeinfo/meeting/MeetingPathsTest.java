package br.gov.sp.prefeitura.redeinfo.meeting;

import static br.gov.sp.prefeitura.redeinfo.support.MeetingWorld.APPROVE_MINUTES;
import static br.gov.sp.prefeitura.redeinfo.support.MeetingWorld.CONVENE;
import static br.gov.sp.prefeitura.redeinfo.support.MeetingWorld.KEY;
import static br.gov.sp.prefeitura.redeinfo.support.MeetingWorld.RECORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceSheets;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Agendas;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Agendas.NewItem;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Meeting;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingDesk;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingDesk.NewTime;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingPlan;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.support.EveryPathTest;
import br.gov.sp.prefeitura.redeinfo.support.MeetingWorld;
import br.gov.sp.prefeitura.redeinfo.support.MinutesLife;
import br.gov.sp.prefeitura.redeinfo.support.TestBodies;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Walks every path of the model. */
@EveryPathTest
@DisplayName("A meeting")
public class MeetingPathsTest {

  @Autowired MeetingWorld meetings;
  @Autowired MinutesLife minutes;
  @Autowired MeetingDesk desk;
  @Autowired Agendas agendas;
  @Autowired AttendanceSheets sheets;
  @Autowired TestPeople people;
  @Autowired TestBodies bodies;

  private Person member;
  private Person aberta;
  private Person coordinator;

  @BeforeEach
  void networkIsThere() {
    Body body = bodies.make("SECRETARIA", "RF");
    member = people.withFunction(Function.VOLUNTEER, body.slug());
    aberta = people.withFunction(Function.SAO_PAULO_ABERTA, "seri");
    coordinator = meetings.coordinator();
  }

  @Test
  @DisplayName("is planned, convened, postponed, held and recorded in minutes that are published")
  void wholeLife() {
    long id = meetings.planned();
    Instant due = meetings.task(KEY, key(id), CONVENE).dueAt();
    MeetingPlan later = meetings.plan("THEMATIC", meetings.now().plusDays(45));
    desk.change(id, later, meetings.signedIn(coordinator));
    meetings.runJobs();
    assertThat(meetings.task(KEY, key(id), CONVENE).dueAt()).isAfter(due);
    meetings.fire(id, "boundaryEvent_ConvocationReminder");
    assertThat(meetings.subjects(coordinator)).anyMatch(s -> s.startsWith("Lembrete: Convocar"));

    meetings.convene(id);
    assertThat(meetings.get(id).state()).isEqualTo(MeetingState.CONVENED);
    assertThat(meetings.subjects(member)).anyMatch(s -> s.startsWith("Convocação: Reunião inv"));
    assertThat(meetings.subjects(aberta)).isEmpty();
    long sheet = meetings.get(id).attendanceEventId();
    assertThat(sheets.of(member.id(), List.of(sheet))).containsKey(sheet);

    LocalDateTime moved = meetings.now().plusDays(60);
    desk.postpone(
        id,
        new NewTime(moved, moved.plusHours(2), null, "https://reuniao.invalid/x", "Sala em obras."),
        meetings.signedIn(coordinator));
    meetings.runJobs();
    assertThat(meetings.subjects(member)).anyMatch(s -> s.startsWith("Adiada para"));
    assertThat(meetings.timer(KEY, key(id), "intermediateCatchEvent_MeetingOver").getDuedate())
        .isEqualTo(Date.from(meetings.get(id).endsAt()));

    meetings.endComes(id);
    meetings.fire(id, "boundaryEvent_RecordReminder");
    meetings.fire(id, "boundaryEvent_RecordOverdue");
    meetings.completeSheet(id, member);
    meetings.recordHeld(id);
    assertThat(meetings.get(id))
        .returns(MeetingState.HELD, Meeting::state)
        .returns(3, Meeting::othersPresent)
        .returns(null, Meeting::quorumMet);

    meetings.fire(id, "boundaryEvent_MinutesReminder");
    meetings.fire(id, "boundaryEvent_MinutesOverdue");
    minutes.write(id, coordinator);
    assertThat(meetings.get(id).state()).isEqualTo(MeetingState.MINUTES_CIRCULATED);
    meetings.fire(id, "intermediateCatchEvent_RemarksOver");
    meetings.fire(id, "boundaryEvent_ApprovalReminder");
    meetings.fire(id, "boundaryEvent_ApprovalOverdue");
    assertThat(meetings.subjects(aberta)).anyMatch(s -> s.startsWith("Prazo vencido: Aprovar"));
    meetings.answer(
        id,
        APPROVE_MINUTES,
        aberta,
        Map.of("decision", "return", "returnReason", "Falta um item."));
    assertThat(meetings.get(id).state()).isEqualTo(MeetingState.HELD);

    minutes.write(id, coordinator);
    minutes.closeRemarks(id, coordinator);
    meetings.answer(id, APPROVE_MINUTES, aberta, Map.of("decision", "approve"));
    assertThat(meetings.get(id).state()).isEqualTo(MeetingState.PUBLISHED);
    assertThat(meetings.instance(KEY, key(id))).isNull();
    assertThat(meetings.recorded("meeting", id))
        .startsWith(
            "meeting.planned " + coordinator.id(),
            "meeting.item-proposed " + coordinator.id(),
            "meeting.changed " + coordinator.id(),
            "meeting.convened " + coordinator.id(),
            "meeting.postponed " + coordinator.id(),
            "meeting.held " + coordinator.id());
  }

  @Test
  @DisplayName("that did not take place ends with the reason, and everybody invited is told")
  void notHeld() {
    long id = meetings.convened(meetings.plan());
    meetings.endComes(id);
    Map<String, Object> held = meetings.heldAsPlanned(id);
    assertThatThrownBy(() -> meetings.answer(id, RECORD, coordinator, held))
        .isInstanceOf(Refusal.class)
        .as("it is not over, and its sheet is open");
    meetings.answer(id, RECORD, coordinator, MeetingWorld.notHeld("Faltou luz."));
    assertThat(meetings.get(id))
        .returns(MeetingState.NOT_HELD, Meeting::state)
        .returns("Faltou luz.", Meeting::reason);
    assertThat(meetings.subjects(member)).anyMatch(s -> s.startsWith("Não aconteceu"));
    assertThat(meetings.instance(KEY, key(id))).isNull();
    assertThat(sheets.event(meetings.get(id).attendanceEventId()).orElseThrow().cancelled())
        .isTrue();
  }

  @Test
  @DisplayName(
      "is not convened without an agenda, with proposals undecided, or with too little notice")
  void notConvened() {
    long id =
        desk.plan(
            // Of a kind without open follow-ups, which would stand on the agenda by themselves.
            meetings.plan("FORUM", meetings.now().plusDays(30)), meetings.signedIn(coordinator));
    meetings.runJobs();
    assertThatThrownBy(() -> meetings.convene(id)).hasMessage("meeting.agenda-empty");
    long item =
        agendas.propose(
            id, new NewItem("Dados de mobilidade", null, null), meetings.signedIn(member));
    assertThat(meetings.subjects(coordinator)).anyMatch(s -> s.startsWith("Proposta de pauta"));
    assertThatThrownBy(() -> meetings.convene(id)).hasMessage("meeting.agenda-undecided");
    agendas.refuse(id, item, "Fica para a próxima.", meetings.signedIn(coordinator));
    assertThat(meetings.subjects(member)).anyMatch(s -> s.startsWith("Sua proposta"));
    agendas.accept(id, item, meetings.signedIn(coordinator));
    Instant day = meetings.get(id).startsAt();
    assertThatThrownBy(() -> meetings.at(day.minusSeconds(24 * 3600), () -> meetings.convene(id)))
        .hasMessage("meeting.too-late");
    meetings.fire(id, "boundaryEvent_ConvocationOverdue");
    assertThat(meetings.subjects(coordinator))
        .anyMatch(s -> s.startsWith("Prazo vencido: Convocar"));
  }

  @Test
  @DisplayName("is called off before its day, and who knew of it is told")
  void calledOff() {
    long planned = desk.plan(meetings.plan(), meetings.signedIn(coordinator));
    meetings.runJobs();
    agendas.propose(planned, new NewItem("Mapas", null, null), meetings.signedIn(member));
    desk.cancel(planned, "Sem pauta.", meetings.signedIn(coordinator));
    meetings.runJobs();
    assertThat(meetings.subjects(member)).anyMatch(s -> s.startsWith("Cancelada"));
    assertThat(meetings.instance(KEY, key(planned))).isNull();

    long convened = meetings.convened(meetings.plan());
    desk.cancel(convened, "Greve de ônibus.", meetings.signedIn(coordinator));
    meetings.runJobs();
    assertThat(meetings.get(convened).state()).isEqualTo(MeetingState.CANCELLED);
    assertThat(meetings.instance(KEY, key(convened))).isNull();
    assertThatThrownBy(() -> desk.cancel(convened, "De novo.", meetings.signedIn(coordinator)))
        .hasMessage("meeting.moved-on");
    assertThat(meetings.recorded("meeting", convened))
        .contains("meeting.cancelled " + coordinator.id());
  }

  private static String key(long id) {
    return String.valueOf(id);
  }
}
