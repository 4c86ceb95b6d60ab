package br.gov.sp.prefeitura.redeinfo.support;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingLife;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Minutes.Draft;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MinutesDesk;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MinutesDraft;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;

/** Minutes of meetings, written and brought forward for tests. */
@TestComponent
public class MinutesLife {

  private final MeetingWorld meetings;
  private final MeetingLife life;
  private final MinutesDesk desk;
  private final Initiatives initiatives;
  private final TestPeople people;

  MinutesLife(
      MeetingWorld meetings,
      MeetingLife life,
      MinutesDesk desk,
      Initiatives initiatives,
      TestPeople people) {
    this.meetings = meetings;
    this.life = life;
    this.desk = desk;
    this.initiatives = initiatives;
    this.people = people;
  }

  /**
   * Meetings by the names of tables of requests: one whose minutes are being written, one whose
   * minutes circulate, one whose minutes are published.
   */
  public Map<String, String> toAskFor() {
    long written = meetings.convened(meetings.plan());
    meetings.held(written);
    long circulated = meetings.convened(meetings.plan());
    meetings.held(circulated);
    write(circulated, meetings.coordinator());
    long published = meetings.convened(meetings.plan());
    meetings.held(published);
    write(published, meetings.coordinator());
    closeRemarks(published, meetings.coordinator());
    approve(published, people.withFunction(Function.SAO_PAULO_ABERTA, "seri"));
    return Map.of(
        "written", String.valueOf(written),
        "circulated", String.valueOf(circulated),
        "published", String.valueOf(published),
        "initiative", String.valueOf(initiatives.proposed()));
  }

  /** What has been typed so far, or is known of the meeting. */
  public Draft draft(long meeting) {
    return desk.draft(life.get(meeting));
  }

  /** A draft of which nothing is missing; the body has something to do. */
  public MinutesDraft typed(long meeting, Body body, Person owner) {
    MinutesDraft known = draft(meeting).typed();
    return new MinutesDraft(
        known.place(),
        known.beganAt(),
        known.endedAt(),
        "Coordenadora Inventada, coordenação",
        "Secretário Inventado, coordenação",
        "Justificou-se: reunião no mesmo horário.",
        null,
        known.items().stream()
            .map(
                item ->
                    new MinutesDraft.Item(
                        item.agendaItemId(), item.title(), "Falou-se do ano.", "Seguir assim."))
            .toList(),
        body == null
            ? List.of()
            : List.of(
                new MinutesDraft.Line(
                    "Publicar a planilha inventada",
                    body.slug(),
                    owner == null ? null : owner.email(),
                    meetings.now().toLocalDate().plusDays(90).toString(),
                    null)));
  }

  public void save(long meeting, MinutesDraft typed, Person by) {
    desk.save(meeting, draft(meeting).revision(), typed, meetings.signedIn(by));
  }

  /** They are written, and go to everybody invited. */
  public void write(long meeting, Person by) {
    write(meeting, typed(meeting, null, null), by);
  }

  public void write(long meeting, MinutesDraft typed, Person by) {
    desk.circulate(meeting, draft(meeting).revision(), typed, meetings.signedIn(by));
    meetings.runJobs();
  }

  public void closeRemarks(long meeting, Person by) {
    desk.closeRemarks(meeting, meetings.signedIn(by));
    meetings.runJobs();
  }

  public void approve(long meeting, Person by) {
    meetings.answer(meeting, MeetingWorld.APPROVE_MINUTES, by, Map.of("decision", "approve"));
  }
}
