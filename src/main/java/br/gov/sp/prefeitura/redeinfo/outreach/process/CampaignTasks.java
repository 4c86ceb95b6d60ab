package br.gov.sp.prefeitura.redeinfo.outreach.process;

import static br.gov.sp.prefeitura.redeinfo.outreach.process.OutreachCampaignProcess.campaignId;

import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.Campaign;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.CampaignDecisions;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.CampaignInstances;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.CampaignNotices;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.CampaignQueries;
import br.gov.sp.prefeitura.redeinfo.outreach.process.OutreachCampaignProcess.Variables;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.workflow.Submission;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskCompleter;
import br.gov.sp.prefeitura.redeinfo.workflow.WaitingTask;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The user tasks of {@code outreach-campaign}: who is told of them, and what completing them does.
 */
@Configuration(proxyBeanMethods = false)
class CampaignTasks {

  @Bean
  TaskListener campaignTaskOpened(CampaignQueries campaigns, CampaignNotices notices) {
    return task -> notices.taskOpened(campaigns.get(id(task)), WaitingTask.of(task));
  }

  /** Reminds before the due date and tells of the delay from then on: the clock says which. */
  @Bean
  JavaDelegate remindCampaignTaskDelegate(
      CampaignQueries campaigns,
      CampaignNotices notices,
      CampaignInstances instances,
      Clock clock) {
    return execution -> {
      String taskKey =
          OutreachCampaignProcess.REMIND_REVISION.equals(execution.getCurrentActivityId())
              ? OutreachCampaignProcess.TASK_REVISE
              : OutreachCampaignProcess.TASK_APPROVE;
      Campaign campaign = campaigns.get(campaignId(execution));
      for (WaitingTask task : instances.waiting(campaign.id())) {
        if (!task.taskKey().equals(taskKey)) {
          continue;
        }
        if (clock.instant().isBefore(task.dueAt())) {
          notices.reminder(campaign, task);
        } else {
          notices.overdue(campaign, task);
        }
      }
    };
  }

  @Bean
  TaskListener approveCampaignListener(
      CampaignDecisions decisions,
      CampaignQueries campaigns,
      CampaignNotices notices,
      Persons persons,
      TaskCompleter completer) {
    return task -> {
      Submission form = Submission.of(task);
      long by = personOf(task, persons, completer);
      String decision = form.text("decision");
      if ("approve".equals(decision)) {
        decisions.approve(id(task), by);
        notices.approved(campaigns.get(id(task)));
      } else if ("return".equals(decision)) {
        decisions.giveBack(id(task), form.text("returnComment"), by);
      } else {
        throw Refusal.invalidField("decision", "outreach.choose");
      }
      task.getExecution().setVariable(Variables.DECISION, decision);
    };
  }

  @Bean
  TaskListener reviseCampaignListener(
      CampaignDecisions decisions, Persons persons, TaskCompleter completer) {
    return task -> decisions.resubmit(id(task), personOf(task, persons, completer));
  }

  private static long personOf(DelegateTask task, Persons persons, TaskCompleter completer) {
    return persons
        .findByUsername(completer.of(task))
        .map(Person::id)
        .orElseThrow(() -> Refusal.forbidden("task.no-longer-yours"));
  }

  private static long id(DelegateTask task) {
    return campaignId(task.getExecution());
  }
}
