package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.meeting.MinutesProgramme;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Initiative.State;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Minutes.Draft;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The pages' services, as other modules may use them. */
@Service
@Transactional
class ProgrammeOfMinutes implements MinutesProgramme {

  private static final Entry NOTHING = new Entry("Informes, sem discussão.", null);

  private final MinutesDesk minutes;
  private final MeetingLife life;
  private final FollowUpQueries followUps;
  private final InitiativeService initiatives;

  ProgrammeOfMinutes(
      MinutesDesk minutes,
      MeetingLife life,
      FollowUpQueries followUps,
      InitiativeService initiatives) {
    this.minutes = minutes;
    this.life = life;
    this.followUps = followUps;
    this.initiatives = initiatives;
  }

  @Override
  public void save(long meetingId, WrittenMinutes written, SignedIn by) {
    Draft draft = minutes.draft(life.get(meetingId));
    MinutesDraft known = draft.typed();
    minutes.save(
        meetingId,
        draft.revision(),
        new MinutesDraft(
            known.place(),
            known.beganAt(),
            known.endedAt(),
            written.coordinator(),
            written.secretary(),
            written.justifications(),
            known.other(),
            IntStream.range(0, known.items().size())
                .mapToObj(i -> item(known.items().get(i), written, i + 1))
                .toList(),
            written.followUps().stream().map(ProgrammeOfMinutes::line).toList()),
        by);
  }

  private static MinutesDraft.Item item(
      MinutesDraft.Item known, WrittenMinutes written, int number) {
    Entry entry = written.entries().getOrDefault(number, NOTHING);
    return new MinutesDraft.Item(
        known.agendaItemId(), known.title(), entry.discussion(), entry.decision());
  }

  private static MinutesDraft.Line line(ToDo toDo) {
    return new MinutesDraft.Line(
        toDo.text(), toDo.bodySlug(), toDo.ownerEmail(), toDo.dueOn().toString(), null);
  }

  @Override
  public void remark(long meetingId, Integer item, String text, SignedIn by) {
    minutes.remark(meetingId, item, text, by);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Long> followUpsOf(long meetingId) {
    return followUps.ofMeeting(meetingId).stream().map(FollowUp::id).toList();
  }

  @Override
  public long propose(ProposedInitiative initiative, SignedIn by) {
    return initiatives.propose(
        new InitiativePlan(
            initiative.name(),
            initiative.purpose(),
            initiative.nextStep(),
            initiative.nextStepOn(),
            initiative.bodyIds(),
            initiative.meetingIds(),
            Set.of()),
        by);
  }

  @Override
  public void begin(long initiativeId, String note, SignedIn by) {
    initiatives.enter(initiativeId, State.UNDER_WAY, note, by);
  }

  @Override
  public void conclude(long initiativeId, String note, SignedIn by) {
    initiatives.enter(initiativeId, State.DONE, note, by);
  }
}
