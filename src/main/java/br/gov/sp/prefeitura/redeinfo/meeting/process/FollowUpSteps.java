package br.gov.sp.prefeitura.redeinfo.meeting.process;

import static br.gov.sp.prefeitura.redeinfo.meeting.process.MeetingFollowUpProcess.followUpId;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.FollowUpOwners;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.FollowUpService;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Whom the steps of the model ask. */
@Component
public class FollowUpSteps {

  private final FollowUpService followUps;
  private final FollowUpOwners owners;

  FollowUpSteps(FollowUpService followUps, FollowUpOwners owners) {
    this.followUps = followUps;
    this.owners = owners;
  }

  /** The user name of who answers for it; {@code null} if the office of the body does. */
  public String owner(DelegateExecution execution) {
    return owners.personOf(followUps.get(followUpId(execution))).map(Person::username).orElse(null);
  }
}
