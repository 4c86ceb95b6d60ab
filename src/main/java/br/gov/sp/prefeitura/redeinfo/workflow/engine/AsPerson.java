package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Runs an operation of the engine in a person's name, so that it is checked like the same operation
 * coming from Tasklist.
 */
@Component
class AsPerson {

  private final IdentityService identity;
  private final ObjectProvider<EngineDirectory> directory;

  AsPerson(IdentityService identity, ObjectProvider<EngineDirectory> directory) {
    this.identity = identity;
    this.directory = directory;
  }

  void run(String userId, Runnable operation) {
    Authentication before = identity.getCurrentAuthentication();
    List<String> groups =
        directory.stream()
            .findFirst()
            .map(people -> List.copyOf(people.groupsOf(userId)))
            .orElse(List.of());
    try {
      identity.setAuthentication(userId, groups);
      operation.run();
    } finally {
      identity.setAuthentication(before);
    }
  }
}
