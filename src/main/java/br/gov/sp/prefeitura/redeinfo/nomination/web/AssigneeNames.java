package br.gov.sp.prefeitura.redeinfo.nomination.web;

import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationProcess.Waiting;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The names of those who have taken tasks on, in one query for all. */
@Component
class AssigneeNames {

  private final EngineDirectory directory;

  AssigneeNames(EngineDirectory directory) {
    this.directory = directory;
  }

  /** By user name. */
  Map<String, String> of(Collection<Waiting> tasks) {
    Set<String> assignees =
        tasks.stream().map(Waiting::assignee).filter(Objects::nonNull).collect(Collectors.toSet());
    Map<String, String> names = new HashMap<>();
    if (!assignees.isEmpty()) {
      directory
          .findUsers(assignees)
          .forEach(
              user -> names.put(user.id(), (user.firstName() + " " + user.lastName()).strip()));
    }
    return names;
  }
}
