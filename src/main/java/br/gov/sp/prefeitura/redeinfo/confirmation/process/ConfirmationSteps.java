package br.gov.sp.prefeitura.redeinfo.confirmation.process;

import br.gov.sp.prefeitura.redeinfo.confirmation.process.FocalPointConfirmationProcess.Variables;
import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Whom the model asks. */
@Component
public class ConfirmationSteps {

  private final EngineDirectory directory;

  ConfirmationSteps(EngineDirectory directory) {
    this.directory = directory;
  }

  /** The body's office; the coordination as well while the body has none. */
  public List<String> answerers(DelegateExecution execution) {
    String office = Groups.office((String) execution.getVariable(Variables.BODY_SLUG));
    return directory.membersOf(office).isEmpty()
        ? List.of(office, Groups.COORDINATION)
        : List.of(office);
  }
}
