package br.gov.sp.prefeitura.redeinfo.nomination.process;

import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationStakes;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskStakes;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** No substitute decides where they, or the absent person, have a stake. */
@Component
class NominationTaskStakes implements TaskStakes {

  private final NominationStakes stakes;

  NominationTaskStakes(NominationStakes stakes) {
    this.stakes = stakes;
  }

  @Override
  public String processKey() {
    return NominationApprovalProcess.KEY;
  }

  @Override
  public Set<String> staked(
      String taskKey, Collection<String> businessKeys, Collection<String> userIds) {
    return NominationApprovalProcess.TASK_APPROVE.equals(taskKey)
        ? stakes.among(businessKeys.stream().map(Long::valueOf).toList(), userIds).stream()
            .map(String::valueOf)
            .collect(Collectors.toSet())
        : Set.of();
  }
}
