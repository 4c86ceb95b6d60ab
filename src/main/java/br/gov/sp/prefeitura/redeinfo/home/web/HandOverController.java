package br.gov.sp.prefeitura.redeinfo.home.web;

import br.gov.sp.prefeitura.redeinfo.home.web.TaskPeople.Candidate;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where the coordination gives a task to somebody it is offered to, by name: Tasklist's own field
 * would ask for a user name, which nobody knows. The rule itself is the engine's to hold.
 */
@Controller
class HandOverController {

  private static final String ADDRESS = "/tasks/{id}/hand-over";

  private final CurrentPerson currentPerson;
  private final TaskInbox inbox;
  private final TaskPeople people;
  private final MessageSource messages;

  HandOverController(
      CurrentPerson currentPerson, TaskInbox inbox, TaskPeople people, MessageSource messages) {
    this.currentPerson = currentPerson;
    this.inbox = inbox;
    this.people = people;
    this.messages = messages;
  }

  @GetMapping(ADDRESS)
  String choose(@PathVariable String id, Model model) {
    requireCoordination();
    model.addAttribute("form", new HandOverForm());
    return inbox.findOpen(id).map(task -> page(task, model)).orElseGet(() -> over(id));
  }

  @PostMapping(ADDRESS)
  String handOver(
      @PathVariable String id,
      @ModelAttribute("form") HandOverForm form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    SignedIn coordinator = requireCoordination();
    Optional<OpenTask> open = inbox.findOpen(id);
    if (open.isEmpty()) {
      return over(id);
    }
    Optional<Candidate> chosen =
        people.others(open.get()).stream()
            .filter(candidate -> candidate.userId().equals(form.getUserId()))
            .findFirst();
    if (chosen.isEmpty()) {
      binding.rejectValue("userId", "home.hand-over.choose");
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return page(open.get(), model);
    }
    inbox.assign(id, chosen.get().userId(), coordinator.username());
    redirect.addFlashAttribute("done", text("home.hand-over.done", chosen.get().name()));
    return "redirect:/tasks/" + open.get().id() + "/hand-over";
  }

  private SignedIn requireCoordination() {
    SignedIn person = currentPerson.require();
    if (!person.isCoordination()) {
      throw Refusal.notFound("task.unknown");
    }
    return person;
  }

  /** A task made for one person alone passes to nobody. */
  private String page(OpenTask task, Model model) {
    if (task.candidateGroups().isEmpty()) {
      throw Refusal.forbidden("task.only-theirs");
    }
    List<Candidate> others = people.others(task);
    model.addAttribute("task", task);
    model.addAttribute("holder", people.nameOf(task.assignee()));
    model.addAttribute("groups", people.groupsOf(task));
    model.addAttribute("others", others);
    return "home/hand-over";
  }

  /** The task's own address says what became of it, or that there is none. */
  private String over(String id) {
    return inbox
        .findFinished(id)
        .map(task -> "redirect:/tasks/" + task.id())
        .orElseThrow(() -> Refusal.notFound("task.unknown"));
  }

  private String text(String key, Object... args) {
    return messages.getMessage(key, args, LocaleContextHolder.getLocale());
  }

  /** Who is to have the task. */
  static class HandOverForm {

    private String userId;

    public String getUserId() {
      return userId;
    }

    public void setUserId(String userId) {
      this.userId = userId;
    }
  }
}
