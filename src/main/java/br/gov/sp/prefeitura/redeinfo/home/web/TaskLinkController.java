package br.gov.sp.prefeitura.redeinfo.home.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.FinishedTask;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where the links of mails and lists lead: to the open form of a task, taken on by the person if it
 * is offered to them, or to a page that says in words why there is no form any more. Task ids in
 * Tasklist's own addresses stand behind a {@code #} and would be lost at the sign-in.
 */
@Controller
class TaskLinkController {

  private final CurrentPerson currentPerson;
  private final TaskInbox inbox;
  private final TaskPeople people;

  TaskLinkController(CurrentPerson currentPerson, TaskInbox inbox, TaskPeople people) {
    this.currentPerson = currentPerson;
    this.inbox = inbox;
    this.people = people;
  }

  @GetMapping("/tasks/{id}")
  ModelAndView open(@PathVariable String id) {
    SignedIn person = currentPerson.require();
    Optional<OpenTask> found = inbox.findOpen(id);
    if (found.filter(task -> !mayKnow(person, task) || isOthers(person, task)).isPresent()
        && standsIn(person, id)) {
      return takeOn(found.get(), person);
    }
    Optional<OpenTask> open = found.filter(task -> mayKnow(person, task));
    if (open.isEmpty()) {
      return inbox.findFinished(id).map(this::finished).orElseThrow(TaskLinkController::unknown);
    }
    if (open.get().assignee() == null && isOffered(person, open.get())) {
      return takeOn(open.get(), person);
    }
    return open.get().assignee() == null || isMine(person, open.get()) || readsAll(person)
        ? form(id)
        : taken(open.get());
  }

  /** Two colleagues may click at the same moment; the one who is too late reads who was first. */
  private ModelAndView takeOn(OpenTask task, SignedIn person) {
    try {
      inbox.claim(task.id(), person.username());
      return form(task.id());
    } catch (Refusal refusal) {
      return inbox
          .findOpen(task.id())
          .filter(now -> now.assignee() != null)
          .map(now -> isMine(person, now) ? form(now.id()) : taken(now))
          .or(() -> inbox.findFinished(task.id()).map(this::finished))
          .orElseThrow(() -> refusal);
    }
  }

  private static boolean mayKnow(SignedIn person, OpenTask task) {
    return isMine(person, task) || isOffered(person, task) || readsAll(person);
  }

  /** Whether they may do it in the place of somebody who is away. */
  private boolean standsIn(SignedIn person, String taskId) {
    return inbox.inPlaceOfOthers(person.username(), person.groups()).stream()
        .anyMatch(covered -> covered.task().id().equals(taskId));
  }

  private static boolean isOthers(SignedIn person, OpenTask task) {
    return task.assignee() != null && !isMine(person, task);
  }

  private static boolean isMine(SignedIn person, OpenTask task) {
    return person.username().equals(task.assignee());
  }

  private static boolean isOffered(SignedIn person, OpenTask task) {
    return task.candidateGroups().stream().anyMatch(person::isIn);
  }

  private static boolean readsAll(SignedIn person) {
    return person.isCoordination() || person.isAuditor() || person.isAdministrator();
  }

  private static ModelAndView form(String taskId) {
    return new ModelAndView("redirect:" + HomeNavigation.TASKLIST + "#/?task=" + taskId);
  }

  private ModelAndView taken(OpenTask task) {
    return new ModelAndView(
        "home/task-taken",
        Map.of("task", task, "by", people.nameOf(task.assignee())),
        HttpStatus.OK);
  }

  /** By nobody if it lapsed or was no longer needed. */
  private ModelAndView finished(FinishedTask task) {
    return new ModelAndView(
        "home/task-finished",
        Map.of("task", task, "by", people.nameOf(task.assignee())),
        HttpStatus.OK);
  }

  private static Refusal unknown() {
    return Refusal.notFound("task.unknown");
  }
}
