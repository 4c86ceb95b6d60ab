package br.gov.sp.prefeitura.redeinfo.meeting.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.FollowUp;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.FollowUpQueries;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Initiative;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Initiative.Entered;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Initiative.State;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.InitiativeQueries;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingAccess;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.projects.PublishedProjects;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Transversal initiatives for anybody; who belongs to the network sees follow-ups and history. */
@Controller
@RequestMapping("/initiatives")
class InitiativeController {

  private static final int PER_PAGE = 20;

  private final InitiativeQueries queries;
  private final FollowUpQueries followUps;
  private final ObjectProvider<PublishedProjects> projects;
  private final CurrentPerson currentPerson;
  private final Bodies bodies;
  private final Persons persons;

  InitiativeController(
      InitiativeQueries queries,
      FollowUpQueries followUps,
      ObjectProvider<PublishedProjects> projects,
      CurrentPerson currentPerson,
      Bodies bodies,
      Persons persons) {
    this.queries = queries;
    this.followUps = followUps;
    this.projects = projects;
    this.currentPerson = currentPerson;
    this.bodies = bodies;
    this.persons = persons;
  }

  @GetMapping
  String list(
      @RequestParam(required = false) State state,
      @RequestParam(required = false) Long before,
      Model model) {
    List<Initiative> found = queries.list(state, before, PER_PAGE + 1);
    List<Initiative> page = found.subList(0, Math.min(PER_PAGE, found.size()));
    Map<Long, Set<Long>> taking = queries.bodies(page.stream().map(Initiative::id).toList());
    Map<Long, Body> known =
        bodies.byId(
            taking.values().stream().flatMap(Collection::stream).collect(Collectors.toSet()));
    model.addAttribute("initiatives", page);
    model.addAttribute(
        "acronyms",
        page.stream()
            .collect(
                Collectors.toMap(
                    Initiative::id,
                    one -> acronyms(taking.getOrDefault(one.id(), Set.of()), known))));
    model.addAttribute("states", State.values());
    model.addAttribute("state", state);
    model.addAttribute("writes", currentPerson.find().filter(MeetingAccess::writes).isPresent());
    model.addAttribute("first", before == null ? null : address(state, null));
    model.addAttribute(
        "next", found.size() > PER_PAGE ? address(state, page.get(PER_PAGE - 1).id()) : null);
    return "initiative/list";
  }

  @GetMapping("/{id:[0-9]+}")
  String one(@PathVariable long id, Model model) {
    Initiative initiative = queries.get(id);
    Optional<SignedIn> person = currentPerson.find();
    boolean inside = person.filter(MeetingAccess::reads).isPresent();
    model.addAttribute("initiative", initiative);
    model.addAttribute("bodies", sorted(queries.bodies(id)));
    model.addAttribute(
        "meetings",
        queries.meetings(id).stream().filter(one -> inside || one.published()).toList());
    Set<Long> linked = queries.projects(id);
    model.addAttribute(
        "projects",
        linked.isEmpty() || projects.getIfAvailable() == null
            ? Map.of()
            : projects.getObject().titles(linked));
    model.addAttribute("inside", inside);
    model.addAttribute("writes", person.filter(MeetingAccess::writes).isPresent());
    List<Entered> states = queries.states(id);
    model.addAttribute("history", states);
    if (inside) {
      List<FollowUp> open = followUps.ofInitiative(id);
      model.addAttribute("followUps", open);
      model.addAttribute(
          "followUpBodies", bodies.byId(open.stream().map(FollowUp::bodyId).distinct().toList()));
      model.addAttribute(
          "people",
          persons.byId(
              Stream.concat(states.stream().map(Entered::by), open.stream().map(FollowUp::ownerId))
                  .filter(Objects::nonNull)
                  .distinct()
                  .toList()));
    }
    return "initiative/initiative";
  }

  private List<Body> sorted(Set<Long> ids) {
    return bodies.byId(ids).values().stream()
        .sorted(Comparator.comparing(Body::acronym, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  private static String acronyms(Set<Long> ids, Map<Long, Body> known) {
    return ids.stream()
        .map(known::get)
        .filter(Objects::nonNull)
        .map(Body::acronym)
        .sorted(String.CASE_INSENSITIVE_ORDER)
        .collect(Collectors.joining(", "));
  }

  private static String address(State state, Long before) {
    return UriComponentsBuilder.fromPath("/initiatives")
        .queryParamIfPresent("state", Optional.ofNullable(state))
        .queryParamIfPresent("before", Optional.ofNullable(before))
        .toUriString();
  }
}
