package br.gov.sp.prefeitura.redeinfo.support;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.boot.test.context.TestComponent;

/** What rounds and nominations leave to the background, where no job executor runs. */
@TestComponent
public class NominationJobs {

  private static final Set<String> PROCESSES = Set.of("nomination-round", "nomination-approval");

  private final ManagementService management;

  NominationJobs(ManagementService management) {
    this.management = management;
  }

  /** Runs what waits, again and again until nothing is left; timers wait for their time. */
  public void run() {
    for (List<Job> due = messages(); !due.isEmpty(); due = messages()) {
      due.forEach(job -> management.executeJob(job.getId()));
    }
  }

  private List<Job> messages() {
    return management.createJobQuery().messages().withRetriesLeft().list().stream()
        .filter(job -> PROCESSES.contains(job.getProcessDefinitionKey()))
        .toList();
  }
}
