package br.gov.sp.prefeitura.redeinfo.cover.web;

import br.gov.sp.prefeitura.redeinfo.shared.web.HomeContribution;
import br.gov.sp.prefeitura.redeinfo.shared.web.PageSection;
import br.gov.sp.prefeitura.redeinfo.shared.web.Viewer;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory.EngineUser;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.CoveredTask;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** On the start page of a substitute: what waits for them in absent people's places. */
@Component
class CoveredOnHome implements HomeContribution {

  private final TaskInbox inbox;
  private final EngineDirectory directory;

  CoveredOnHome(TaskInbox inbox, EngineDirectory directory) {
    this.inbox = inbox;
    this.directory = directory;
  }

  @Override
  public List<PageSection> sectionsFor(Optional<Viewer> viewer) {
    List<CoveredTask> tasks =
        viewer
            .map(person -> inbox.inPlaceOfOthers(person.username(), person.groups()))
            .orElse(List.of());
    return tasks.isEmpty()
        ? List.of()
        : List.of(new PageSection(5, "cover/on-home", withNames(tasks)));
  }

  private List<Waiting> withNames(List<CoveredTask> tasks) {
    Map<String, String> names =
        directory.findUsers(tasks.stream().map(CoveredTask::absentId).distinct().toList()).stream()
            .collect(
                Collectors.toMap(
                    EngineUser::id, user -> (user.firstName() + " " + user.lastName()).strip()));
    return tasks.stream()
        .map(covered -> new Waiting(covered.task(), names.get(covered.absentId())))
        .toList();
  }

  /**
   * @param absent name of the person who is away
   */
  record Waiting(OpenTask task, String absent) {}
}
