package br.gov.sp.prefeitura.redeinfo.training.process;

import br.gov.sp.prefeitura.redeinfo.training.domain.ReleaseStakes;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskStakes;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** No substitute decides where they, or the absent person, have a stake. */
@Component
class EnrollmentTaskStakes implements TaskStakes {

  private final ReleaseStakes stakes;

  EnrollmentTaskStakes(ReleaseStakes stakes) {
    this.stakes = stakes;
  }

  @Override
  public String processKey() {
    return TrainingEnrollmentProcess.KEY;
  }

  @Override
  public Set<String> staked(
      String taskKey, Collection<String> businessKeys, Collection<String> userIds) {
    return TrainingEnrollmentProcess.TASK_RELEASE.equals(taskKey)
        ? stakes.among(businessKeys.stream().map(Long::valueOf).toList(), userIds).stream()
            .map(String::valueOf)
            .collect(Collectors.toSet())
        : Set.of();
  }
}
