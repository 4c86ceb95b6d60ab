package br.gov.sp.prefeitura.redeinfo.meeting.process;

import static br.gov.sp.prefeitura.redeinfo.meeting.process.NetworkMeetingProcess.meetingId;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingKinds;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingLife;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Whom the steps of the model ask. */
@Component
public class MeetingSteps {

  private final MeetingLife life;
  private final MeetingKinds kinds;

  MeetingSteps(MeetingLife life, MeetingKinds kinds) {
    this.life = life;
    this.kinds = kinds;
  }

  /** The groups that approve minutes of the meeting's kind. */
  public List<String> approverGroups(DelegateExecution execution) {
    return kinds.get(life.get(meetingId(execution)).kind()).approverGroups();
  }
}
