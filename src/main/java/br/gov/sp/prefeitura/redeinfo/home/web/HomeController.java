package br.gov.sp.prefeitura.redeinfo.home.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.notification.Notices;
import br.gov.sp.prefeitura.redeinfo.shared.web.HomeContribution;
import br.gov.sp.prefeitura.redeinfo.shared.web.PageSection;
import br.gov.sp.prefeitura.redeinfo.shared.web.Viewer;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The start page. Signed in: what waits for me, by when, one click to it. For everybody else: what
 * the network is and where its directory lies.
 */
@Controller
class HomeController {

  private static final int TASKS_SHOWN = 20;
  private static final int NOTICES_SHOWN = 6;

  private final CurrentPerson currentPerson;
  private final TaskInbox inbox;
  private final Notices notices;
  private final List<HomeContribution> contributions;

  HomeController(
      CurrentPerson currentPerson,
      TaskInbox inbox,
      Notices notices,
      List<HomeContribution> contributions) {
    this.currentPerson = currentPerson;
    this.inbox = inbox;
    this.notices = notices;
    this.contributions = List.copyOf(contributions);
  }

  @GetMapping("/")
  String home(Model model) {
    Optional<SignedIn> person = currentPerson.find();
    model.addAttribute("sections", sectionsFor(person));
    if (person.isEmpty()) {
      return "home/welcome";
    }
    SignedIn signedIn = person.get();
    List<OpenTask> tasks = inbox.waitingFor(signedIn.username(), signedIn.groups(), TASKS_SHOWN);
    model.addAttribute("person", signedIn);
    model.addAttribute("tasks", tasks);
    model.addAttribute(
        "taskCount",
        tasks.size() < TASKS_SHOWN
            ? tasks.size()
            : inbox.countWaitingFor(signedIn.username(), signedIn.groups()));
    model.addAttribute("tasklist", HomeNavigation.TASKLIST);
    model.addAttribute("notices", notices.recent(signedIn.personId(), NOTICES_SHOWN));
    return "home/home";
  }

  private List<PageSection> sectionsFor(Optional<SignedIn> person) {
    Optional<Viewer> viewer =
        person.map(found -> new Viewer(found.username(), found.name(), found.groups()));
    return contributions.stream()
        .flatMap(contribution -> contribution.sectionsFor(viewer).stream())
        .sorted(Comparator.comparingInt(PageSection::order))
        .toList();
  }
}
