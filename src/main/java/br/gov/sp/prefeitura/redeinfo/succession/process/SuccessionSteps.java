package br.gov.sp.prefeitura.redeinfo.succession.process;

import static br.gov.sp.prefeitura.redeinfo.succession.process.SuccessionProcessModel.successionId;

import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.succession.domain.Planners;
import br.gov.sp.prefeitura.redeinfo.succession.domain.SuccessionReading;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Who does what in the model. */
@Component
public class SuccessionSteps {

  private final SuccessionReading successions;
  private final Planners planners;
  private final Persons persons;

  SuccessionSteps(SuccessionReading successions, Planners planners, Persons persons) {
    this.successions = successions;
    this.planners = planners;
    this.persons = persons;
  }

  /** User name of the person who leaves. */
  public String leaver(DelegateExecution execution) {
    return persons.get(successions.get(successionId(execution)).personId()).username();
  }

  /** Groups that plan who gets what. */
  public List<String> planners(DelegateExecution execution) {
    return planners.groupsFor(successionId(execution));
  }
}
