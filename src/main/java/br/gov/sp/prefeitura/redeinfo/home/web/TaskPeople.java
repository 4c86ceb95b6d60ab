package br.gov.sp.prefeitura.redeinfo.home.web;

import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory.EngineGroup;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory.EngineUser;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The people and groups around a task, by the names people know them by. */
@Component
class TaskPeople {

  private static final Locale PORTUGUESE = Locale.forLanguageTag("pt-BR");

  private final EngineDirectory directory;

  TaskPeople(EngineDirectory directory) {
    this.directory = directory;
  }

  /** Empty for nobody; the user name of somebody who is not known any more. */
  String nameOf(String userId) {
    return userId == null
        ? ""
        : directory.findUser(userId).map(TaskPeople::fullName).orElse(userId);
  }

  /** Who else of the task's groups could have it now, in the order of their names. */
  List<Candidate> others(OpenTask task) {
    return task.candidateGroups().stream()
        .flatMap(group -> directory.membersOf(group).stream())
        .filter(user -> !user.id().equals(task.assignee()))
        .map(user -> new Candidate(user.id(), fullName(user), user.email()))
        .distinct()
        .sorted(Comparator.comparing(Candidate::name, Collator.getInstance(PORTUGUESE)))
        .toList();
  }

  /** To whom the task is offered, in words. */
  String groupsOf(OpenTask task) {
    return task.candidateGroups().stream()
        .map(group -> directory.findGroup(group).map(EngineGroup::name).orElse(group))
        .collect(Collectors.joining(", "));
  }

  private static String fullName(EngineUser user) {
    return (user.firstName() + " " + user.lastName()).strip();
  }

  /**
   * Somebody who could have a task.
   *
   * @param email tells people of the same name apart
   */
  record Candidate(String userId, String name, String email) {}
}
