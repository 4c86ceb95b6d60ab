package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.meeting.MeetingState;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.AgendaItem.State;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The convocation on our pages: what it will say, to how many, and the task's completion. */
@Service
public class Convocation {

  private final MeetingRepository meetings;
  private final MeetingInstances instances;
  private final MeetingRules rules;
  private final Agendas agendas;
  private final Invited invited;

  Convocation(
      MeetingRepository meetings,
      MeetingInstances instances,
      MeetingRules rules,
      Agendas agendas,
      Invited invited) {
    this.meetings = meetings;
    this.instances = instances;
    this.rules = rules;
    this.agendas = agendas;
    this.invited = invited;
  }

  /**
   * What the coordination sees before it convenes.
   *
   * @throws Refusal (conflict) if the meeting is convened already
   */
  @Transactional(readOnly = true)
  public Preview preview(long id) {
    Meeting meeting = meetings.find(id).orElseThrow(MeetingAccess::unknown);
    if (meeting.state() != MeetingState.PLANNED) {
      throw Refusal.conflict("meeting.convened-already");
    }
    MeetingKind kind = rules.kind(meeting.kind());
    LocalDate last =
        rules.lastConvocation(LocalDate.ofInstant(meeting.startsAt(), SaoPaulo.ZONE), kind);
    long undecided = agendas.of(id).stream().filter(item -> item.state() == State.PROPOSED).count();
    return new Preview(invited.of(kind).size(), last, undecided);
  }

  /**
   * Completes the task in the person's name, checked as from the task list.
   *
   * @throws Refusal if a rule is broken, or somebody else has taken the task
   */
  @Transactional
  public void convene(long id, String message, SignedIn by) {
    MeetingAccess.requireWriter(by);
    instances.convene(id, message, by.username());
  }

  /**
   * @param people how many are invited now
   * @param lastDay on which it may be convened
   * @param undecided proposals of the agenda without a decision
   */
  public record Preview(int people, LocalDate lastDay, long undecided) {}
}
