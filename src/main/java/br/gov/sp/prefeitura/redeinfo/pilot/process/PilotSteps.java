package br.gov.sp.prefeitura.redeinfo.pilot.process;

import static br.gov.sp.prefeitura.redeinfo.pilot.process.PilotProjectProcess.pilotId;

import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.BallotService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.EndorsementService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PartnershipService;
import br.gov.sp.prefeitura.redeinfo.pilot.process.PilotProjectProcess.Variables;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Whom the steps of the model ask. */
@Component
public class PilotSteps {

  private final PartnershipService partnerships;
  private final EndorsementService endorsements;
  private final BallotService ballots;
  private final Persons persons;

  PilotSteps(
      PartnershipService partnerships,
      EndorsementService endorsements,
      BallotService ballots,
      Persons persons) {
    this.partnerships = partnerships;
    this.endorsements = endorsements;
    this.ballots = ballots;
    this.persons = persons;
  }

  /** Ids of the partners that have not confirmed their part as it was submitted. */
  public List<Long> partnersToAsk(DelegateExecution execution) {
    return partnerships.asked(pilotId(execution));
  }

  public List<String> partnerGroups(DelegateExecution execution) {
    return partnerships.groupsToAsk((Long) execution.getVariable(Variables.PARTNER_ID));
  }

  public String endorserGroup(DelegateExecution execution) {
    return endorsements.deciders(pilotId(execution));
  }

  /** Ids of the persons whose vote is asked for. */
  public List<Long> electors(DelegateExecution execution) {
    return ballots.electors(pilotId(execution));
  }

  /** The user name of the person whose vote this execution asks for. */
  public String elector(DelegateExecution execution) {
    return persons.get((Long) execution.getVariable(Variables.ELECTOR_ID)).username();
  }
}
