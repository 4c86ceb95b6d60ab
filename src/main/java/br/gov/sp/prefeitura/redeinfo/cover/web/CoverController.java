package br.gov.sp.prefeitura.redeinfo.cover.web;

import br.gov.sp.prefeitura.redeinfo.cover.AbsenceCovers;
import br.gov.sp.prefeitura.redeinfo.cover.domain.AbsenceCover;
import br.gov.sp.prefeitura.redeinfo.cover.domain.CoverQueries;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.workflow.OfferedProcesses;
import br.gov.sp.prefeitura.redeinfo.workflow.OfferedProcesses.ProcessName;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The covers of a person, and of everybody for the coordination and auditors. */
@Controller
@RequestMapping("/cover")
class CoverController {

  private static final int OWN = 50;
  private static final int PER_PAGE = 25;

  private final CoverQueries covers;
  private final AbsenceCovers desk;
  private final CurrentPerson currentPerson;
  private final Persons persons;
  private final OfferedProcesses processes;
  private final CoverWords words;
  private final Clock clock;

  CoverController(
      CoverQueries covers,
      AbsenceCovers desk,
      CurrentPerson currentPerson,
      Persons persons,
      OfferedProcesses processes,
      CoverWords words,
      Clock clock) {
    this.covers = covers;
    this.desk = desk;
    this.currentPerson = currentPerson;
    this.persons = persons;
    this.processes = processes;
    this.words = words;
    this.clock = clock;
  }

  @GetMapping
  String own(Model model) {
    SignedIn person = currentPerson.require();
    List<AbsenceCover> own = covers.ofPerson(person.personId(), OWN);
    show(own, model);
    model.addAttribute("me", person.personId());
    model.addAttribute("readsAll", readsAll(person));
    return "cover/mine";
  }

  @GetMapping("/all")
  String all(@RequestParam(required = false) Long before, Model model) {
    SignedIn person = currentPerson.require();
    if (!readsAll(person)) {
      throw Refusal.forbidden("cover.coordination-only");
    }
    List<AbsenceCover> found = covers.all(before, PER_PAGE + 1);
    List<AbsenceCover> page = found.subList(0, Math.min(PER_PAGE, found.size()));
    show(page, model);
    model.addAttribute("coordinates", person.isCoordination());
    model.addAttribute("first", before == null ? null : "/cover/all");
    model.addAttribute(
        "next",
        found.size() > PER_PAGE ? "/cover/all?before=" + page.get(PER_PAGE - 1).id() : null);
    return "cover/all";
  }

  @PostMapping("/{id:[0-9]+}/end")
  String end(@PathVariable long id, RedirectAttributes redirect) {
    desk.end(id, currentPerson.require());
    redirect.addFlashAttribute("done", words.text("cover.ended"));
    return "redirect:/cover";
  }

  private void show(List<AbsenceCover> shown, Model model) {
    List<Long> ids =
        shown.stream()
            .flatMap(cover -> Stream.of(cover.absentId(), cover.substituteId()))
            .distinct()
            .toList();
    Map<Long, Person> people = persons.byId(ids);
    model.addAttribute("covers", shown);
    model.addAttribute("people", people);
    model.addAttribute("now", clock.instant());
    model.addAttribute(
        "processNames",
        processes.all().stream().collect(Collectors.toMap(ProcessName::key, ProcessName::name)));
  }

  private static boolean readsAll(SignedIn person) {
    return person.isCoordination() || person.isAuditor();
  }
}
