package br.gov.sp.prefeitura.redeinfo.volunteer.web;

import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.volunteer.domain.Enlistment;
import br.gov.sp.prefeitura.redeinfo.volunteer.domain.Enlistment.State;
import br.gov.sp.prefeitura.redeinfo.volunteer.domain.EnlistmentDecisions;
import br.gov.sp.prefeitura.redeinfo.volunteer.domain.EnlistmentInstances;
import br.gov.sp.prefeitura.redeinfo.volunteer.domain.VolunteerQueries;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Who asked to join: the coordination sees all, head and office those of their body. */
@Controller
@RequestMapping("/volunteers/enlistments")
class EnlistmentController {

  private static final int PER_PAGE = 25;

  private final VolunteerQueries enlistments;
  private final EnlistmentDecisions decisions;
  private final EnlistmentInstances instances;
  private final VolunteerAccess access;
  private final Bodies bodies;
  private final Persons persons;

  EnlistmentController(
      VolunteerQueries enlistments,
      EnlistmentDecisions decisions,
      EnlistmentInstances instances,
      VolunteerAccess access,
      Bodies bodies,
      Persons persons) {
    this.enlistments = enlistments;
    this.decisions = decisions;
    this.instances = instances;
    this.access = access;
    this.bodies = bodies;
    this.persons = persons;
  }

  @GetMapping
  String list(
      @RequestParam(required = false) State state,
      @RequestParam(required = false) Long before,
      Model model) {
    List<Enlistment> found =
        enlistments.enlistments(access.readable(), state, before, PER_PAGE + 1);
    List<Enlistment> page = found.subList(0, Math.min(PER_PAGE, found.size()));
    model.addAttribute("enlistments", page);
    model.addAttribute(
        "of", bodies.byId(page.stream().map(Enlistment::bodyId).distinct().toList()));
    model.addAttribute("states", State.values());
    model.addAttribute("state", state);
    model.addAttribute("first", before == null ? null : address(state, null));
    model.addAttribute(
        "next", found.size() > PER_PAGE ? address(state, page.get(PER_PAGE - 1).id()) : null);
    return "volunteer/enlistments";
  }

  @GetMapping("/{id:[0-9]+}")
  String enlistment(@PathVariable long id, Model model) {
    List<Long> readable = access.readable();
    Enlistment enlistment = decisions.get(id);
    if (readable != null && !readable.contains(enlistment.bodyId())) {
      throw Refusal.notFound("volunteer.unknown");
    }
    model.addAttribute("enlistment", enlistment);
    model.addAttribute("body", bodies.get(enlistment.bodyId()));
    model.addAttribute(
        "decidedBy",
        enlistment.decidedBy() == null
            ? null
            : persons.byId(Set.of(enlistment.decidedBy())).get(enlistment.decidedBy()));
    model.addAttribute(
        "waiting",
        access.person().isCoordination()
            ? instances.waiting(id).stream().findFirst().orElse(null)
            : null);
    return "volunteer/enlistment";
  }

  private static String address(State state, Long before) {
    return UriComponentsBuilder.fromPath("/volunteers/enlistments")
        .queryParamIfPresent("state", Optional.ofNullable(state))
        .queryParamIfPresent("before", Optional.ofNullable(before))
        .toUriString();
  }
}
