package br.gov.sp.prefeitura.redeinfo.pilot.process;

import br.gov.sp.prefeitura.redeinfo.pilot.domain.EndorsementStakes;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskStakes;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** No substitute decides where they, or the absent person, have a stake. */
@Component
class PilotTaskStakes implements TaskStakes {

  private final EndorsementStakes stakes;

  PilotTaskStakes(EndorsementStakes stakes) {
    this.stakes = stakes;
  }

  @Override
  public String processKey() {
    return PilotProjectProcess.KEY;
  }

  @Override
  public Set<String> staked(
      String taskKey, Collection<String> businessKeys, Collection<String> userIds) {
    return PilotProjectProcess.TASK_ENDORSE.equals(taskKey)
        ? stakes.among(businessKeys.stream().map(Long::valueOf).toList(), userIds).stream()
            .map(String::valueOf)
            .collect(Collectors.toSet())
        : Set.of();
  }
}
