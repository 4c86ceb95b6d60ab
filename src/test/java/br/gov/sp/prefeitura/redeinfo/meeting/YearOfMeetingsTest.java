package br.gov.sp.prefeitura.redeinfo.meeting;

import static br.gov.sp.prefeitura.redeinfo.support.MeetingWorld.KEY;
import static br.gov.sp.prefeitura.redeinfo.support.MeetingWorld.QUARTER;
import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.AgendaItem;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Agendas;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Meeting;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingDesk;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingDesk.NewTime;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingPlan;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Quarter;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.QuarterState;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Quarters;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Quarters.SeenQuarter;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.statute.ActivityMeasure;
import br.gov.sp.prefeitura.redeinfo.support.FollowUps;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.MeetingWorld;
import br.gov.sp.prefeitura.redeinfo.support.MinutesLife;
import br.gov.sp.prefeitura.redeinfo.support.TestBodies;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A year far away, quarter by quarter. */
@IntegrationTest
@DisplayName("A year of meetings")
class YearOfMeetingsTest {

  private static final Year YEAR = Year.of(2095);

  @Autowired MeetingWorld meetings;
  @Autowired MeetingDesk desk;
  @Autowired Quarters quarters;
  @Autowired Agendas agendas;
  @Autowired MinutesLife minutes;
  @Autowired FollowUps followUps;
  @Autowired TestBodies bodies;
  @Autowired TestPeople people;
  @Autowired List<ActivityMeasure> measures;

  @Test
  @DisplayName(
      "has a meeting in three quarters, one of them postponed, and misses one, visibly; what was"
          + " to follow from the first stands on every agenda until it is done")
  void year() {
    Person ciga = people.withFunction(Function.CIGA, "seri");
    begin(1);
    long first = at(day(1, 12), () -> meetings.convened(plan(day(2, 15))));
    meetings.held(first, ciga);
    assertThat(meetings.instance(QUARTER, new Quarter(YEAR.getValue(), 1).toString())).isNull();
    Body body = bodies.make();
    Person owner = people.withFunction(Function.VOLUNTEER, body.slug());
    long followUp = at(day(2, 20), () -> followUpOf(first, body, owner, ciga));

    begin(2);
    long second = at(day(4, 12), () -> meetings.convened(plan(day(5, 16))));
    assertThat(carriedTo(second)).contains(followUp);
    LocalDateTime later = day(6, 20).atTime(14, 0);
    at(
        day(5, 2),
        () -> {
          desk.postpone(
              second,
              new NewTime(later, later.plusHours(3), "Outra sala", null, "Sala em obras."),
              meetings.signedIn(meetings.coordinator()));
          meetings.runJobs();
          return second;
        });
    meetings.held(second);
    assertThat(meetings.get(second))
        .as("nobody of those expected came")
        .returns(false, Meeting::quorumMet)
        .returns(1, Meeting::sequence);

    begin(3);
    long third = at(day(7, 11), () -> meetings.convened(plan(day(9, 12))));
    assertThat(carriedTo(third)).contains(followUp);
    meetings.endComes(third);
    Instant recorded = day(9, 13).atTime(9, 0).atZone(SaoPaulo.ZONE).toInstant();
    meetings.at(
        recorded,
        () ->
            meetings.answer(
                third,
                MeetingWorld.RECORD,
                meetings.coordinator(),
                MeetingWorld.notHeld("Faltou luz.")));
    meetings.fire(
        QUARTER, new Quarter(YEAR.getValue(), 3).toString(), "boundaryEvent_QuarterEnded");
    assertThat(meetings.subjects(ciga)).contains("Trimestre 3/2095 sem reunião");

    at(
        day(9, 20),
        () -> {
          followUps.answer(
              followUp,
              FollowUps.DO,
              owner,
              Map.of("outcome", "done", "result", "Está no portal."));
          return followUp;
        });
    begin(4);
    long fourth = at(day(10, 10), () -> meetings.convened(plan(day(11, 21))));
    assertThat(carriedTo(fourth)).doesNotContain(followUp);
    assertThat(meetings.timer(KEY, "" + fourth, "intermediateCatchEvent_MeetingOver")).isNotNull();
    assertThat(states())
        .containsExactly(
            QuarterState.MET, QuarterState.MET, QuarterState.MISSED, QuarterState.PLANNED);
    meetings.held(fourth, ciga);
    assertThat(states())
        .containsExactly(QuarterState.MET, QuarterState.MET, QuarterState.MISSED, QuarterState.MET);
    ActivityMeasure held =
        measures.stream().filter(m -> m.code().equals("meetings-held")).findFirst().orElseThrow();
    assertThat(held.done(YEAR.atDay(1), YEAR.atMonth(12).atEndOfMonth())).isEqualTo(3);
  }

  /** The meeting's minutes are written and approved; they give the owner something to do. */
  private long followUpOf(long meeting, Body body, Person owner, Person approver) {
    Person writer = meetings.coordinator();
    minutes.write(meeting, minutes.typed(meeting, body, owner), writer);
    minutes.closeRemarks(meeting, writer);
    minutes.approve(meeting, approver);
    return followUps.firstOf(meeting);
  }

  private List<Long> carriedTo(long meeting) {
    return agendas.of(meeting).stream().map(AgendaItem::fromFollowUpId).toList();
  }

  private List<QuarterState> states() {
    return quarters.of(YEAR).stream().map(SeenQuarter::state).toList();
  }

  private void begin(int number) {
    LocalDate first = new Quarter(YEAR.getValue(), number).firstDay();
    at(
        first,
        () -> {
          assertThat(quarters.begin(first)).isTrue();
          meetings.runJobs();
          return 0;
        });
  }

  private MeetingPlan plan(LocalDate day) {
    return meetings.plan("QUARTERLY", day.atTime(14, 0));
  }

  private static LocalDate day(int month, int day) {
    return LocalDate.of(YEAR.getValue(), month, day);
  }

  private long at(LocalDate day, LongSupplier work) {
    long[] result = new long[1];
    meetings.at(
        day.atTime(10, 0).atZone(SaoPaulo.ZONE).toInstant(), () -> result[0] = work.getAsLong());
    return result[0];
  }
}
