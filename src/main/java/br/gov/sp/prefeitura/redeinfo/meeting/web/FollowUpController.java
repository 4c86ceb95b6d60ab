package br.gov.sp.prefeitura.redeinfo.meeting.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.FollowUp;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.FollowUpAccess;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.FollowUpEvent;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.FollowUpFilter;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.FollowUpFilter.Place;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.FollowUpInstances;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.FollowUpQueries;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.FollowUpService;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.shared.web.Csv;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Follow-ups: the list with its file for spreadsheets, and one of them. */
@Controller
class FollowUpController {

  private static final String PATH = "/follow-ups";
  private static final int PER_PAGE = 25;

  private final FollowUpQueries queries;
  private final FollowUpService followUps;
  private final FollowUpInstances instances;
  private final FollowUpAccess access;
  private final CurrentPerson currentPerson;
  private final Bodies bodies;
  private final Persons persons;
  private final MessageSource messages;
  private final Clock clock;

  FollowUpController(
      FollowUpQueries queries,
      FollowUpService followUps,
      FollowUpInstances instances,
      FollowUpAccess access,
      CurrentPerson currentPerson,
      Bodies bodies,
      Persons persons,
      MessageSource messages,
      Clock clock) {
    this.queries = queries;
    this.followUps = followUps;
    this.instances = instances;
    this.access = access;
    this.currentPerson = currentPerson;
    this.bodies = bodies;
    this.persons = persons;
    this.messages = messages;
    this.clock = clock;
  }

  @GetMapping(PATH)
  String list(@ModelAttribute("search") FollowUpSearch search, Model model) {
    SignedIn person = currentPerson.require();
    List<FollowUp> found = queries.list(filter(search, person), PER_PAGE + 1);
    List<FollowUp> page = found.subList(0, Math.min(PER_PAGE, found.size()));
    model.addAttribute("readsAll", FollowUpAccess.readsAll(person));
    model.addAttribute("followUps", page);
    model.addAttribute("bodies", bodies.byId(page.stream().map(FollowUp::bodyId).toList()));
    model.addAttribute("people", owners(page));
    model.addAttribute("whose", search.choices(FollowUpAccess.readsAll(person)));
    model.addAttribute("first", search.after() == null ? null : search.address(PATH, null));
    model.addAttribute(
        "next",
        found.size() > PER_PAGE ? search.address(PATH, Place.of(page.get(PER_PAGE - 1))) : null);
    return "follow-up/list";
  }

  @GetMapping(PATH + ".csv")
  void csv(@ModelAttribute("search") FollowUpSearch search, HttpServletResponse response)
      throws IOException {
    SignedIn person = currentPerson.require();
    FollowUpFilter filter = filter(search, person);
    Map<Long, Body> names =
        bodies.all().stream().collect(Collectors.toMap(Body::id, Function.identity()));
    Csv csv = Csv.stream(response, "encaminhamentos-" + SaoPaulo.today(clock) + ".csv");
    csv.row(
        Stream.of("number", "body", "text", "meeting", "due", "state", "late", "result")
            .map(column -> text("follow-up.column." + column))
            .toList());
    queries.each(
        filter,
        one ->
            csv.row(
                one.id(),
                names.get(one.bodyId()).acronym(),
                one.text(),
                one.meetingTitle(),
                one.dueOn(),
                text("follow-up.state." + one.state()),
                text(one.isLate() ? "follow-up.yes" : "follow-up.no"),
                one.result()));
  }

  @GetMapping(PATH + "/{id:[0-9]+}")
  String followUp(@PathVariable long id, Model model) {
    SignedIn person = currentPerson.require();
    FollowUp followUp = access.require(id, person);
    Body body = bodies.get(followUp.bodyId());
    List<FollowUpEvent> events = followUps.events(id);
    model.addAttribute("followUp", followUp);
    model.addAttribute("body", body);
    model.addAttribute("events", events);
    model.addAttribute("people", people(followUp, events));
    model.addAttribute(
        "waiting",
        followUp.state().isOpen()
            ? instances.waiting(id).stream()
                .filter(
                    task ->
                        person.username().equals(task.assignee())
                            || task.assignee() == null
                                && task.groupIds().stream().anyMatch(person::isIn))
                .findFirst()
                .orElse(null)
            : null);
    return "follow-up/follow-up";
  }

  /** What the person may see of what was asked for. */
  private FollowUpFilter filter(FollowUpSearch search, SignedIn person) {
    boolean all = FollowUpAccess.readsAll(person);
    FollowUpSearch.Whose whose = search.whoseOr(all);
    return new FollowUpFilter(
        whose == FollowUpSearch.Whose.MINE ? person.personId() : null,
        all && whose != FollowUpSearch.Whose.BODY
            ? null
            : access.own(person).stream().map(Body::id).toList(),
        search.states(),
        search.late(),
        search.place());
  }

  private Map<Long, Person> owners(List<FollowUp> page) {
    return persons.byId(
        page.stream().map(FollowUp::ownerId).filter(Objects::nonNull).distinct().toList());
  }

  private Map<Long, Person> people(FollowUp followUp, List<FollowUpEvent> events) {
    return persons.byId(
        Stream.concat(
                Stream.of(followUp.ownerId(), followUp.endedBy()),
                events.stream().flatMap(event -> Stream.of(event.by(), event.ownerId())))
            .filter(Objects::nonNull)
            .distinct()
            .toList());
  }

  private String text(String key) {
    return messages.getMessage(key, null, LocaleContextHolder.getLocale());
  }
}
