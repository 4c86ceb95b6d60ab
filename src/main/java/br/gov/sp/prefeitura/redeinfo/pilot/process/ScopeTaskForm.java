package br.gov.sp.prefeitura.redeinfo.pilot.process;

import br.gov.sp.prefeitura.redeinfo.pilot.domain.Pilot;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ProposalChange;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ScopeChange;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ScopeChanges;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Submissions;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskFormData.TaskFormRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A change of scope decided: why it is asked for, and what it changes. */
@Component
class ScopeTaskForm implements PilotTaskForm {

  private final ScopeChanges changes;
  private final Submissions submissions;
  private final ExecutionFormWords words;

  ScopeTaskForm(ScopeChanges changes, Submissions submissions, ExecutionFormWords words) {
    this.changes = changes;
    this.submissions = submissions;
    this.words = words;
  }

  @Override
  public Set<String> taskKeys() {
    return Set.of(PilotProjectProcess.TASK_REVIEW_SCOPE);
  }

  @Override
  public Map<String, Object> dataFor(Pilot pilot, TaskFormRequest request) {
    ScopeChange open = changes.openOf(pilot.id()).orElseThrow();
    Map<String, Object> data = new HashMap<>();
    data.put("number", open.submission());
    data.put("askedBy", words.name(open.askedBy()));
    data.put("askedOn", ExecutionFormWords.day(open.askedAt()));
    data.put("reason", open.reason());
    data.put(
        "changes",
        submissions.changes(pilot.id(), open.submission()).stream().map(this::row).toList());
    return data;
  }

  private Map<String, Object> row(ProposalChange change) {
    return Map.of(
        "field", words.text("pilot.field." + change.field().key()),
        "before", ExecutionFormWords.orEmpty(change.before()),
        "after", ExecutionFormWords.orEmpty(change.after()));
  }
}
