package br.gov.sp.prefeitura.redeinfo.training.web;

import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.training.domain.BodyTraining;
import br.gov.sp.prefeitura.redeinfo.training.domain.BodyTrainingInstances;
import br.gov.sp.prefeitura.redeinfo.training.domain.BodyTrainingQueries;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Trainings that bodies give themselves: the list, and one of them. */
@Controller
@RequestMapping("/body-trainings")
class BodyTrainingController {

  private static final int PER_PAGE = 25;

  private final BodyTrainingQueries trainings;
  private final BodyTrainingInstances instances;
  private final BodyTrainingAccess access;
  private final Bodies bodies;
  private final Persons persons;

  BodyTrainingController(
      BodyTrainingQueries trainings,
      BodyTrainingInstances instances,
      BodyTrainingAccess access,
      Bodies bodies,
      Persons persons) {
    this.trainings = trainings;
    this.instances = instances;
    this.access = access;
    this.bodies = bodies;
    this.persons = persons;
  }

  @GetMapping
  String list(
      @RequestParam(required = false) BodyTraining.State state,
      @RequestParam(required = false) Long before,
      Model model) {
    boolean all = access.readsAll();
    List<Long> own = access.own().stream().map(Body::id).toList();
    List<BodyTraining> found =
        all
            ? trainings.all(state, before, PER_PAGE + 1)
            : trainings.ofBodies(own, state, before, PER_PAGE + 1);
    List<BodyTraining> page = found.subList(0, Math.min(PER_PAGE, found.size()));
    model.addAttribute("trainings", page);
    model.addAttribute("bodies", bodies.byId(page.stream().map(BodyTraining::bodyId).toList()));
    model.addAttribute("states", BodyTraining.State.values());
    model.addAttribute("state", state);
    model.addAttribute("all", all);
    model.addAttribute("announces", !access.announcing().isEmpty());
    model.addAttribute("first", before == null ? null : address(state, null));
    model.addAttribute(
        "next", found.size() > PER_PAGE ? address(state, page.get(PER_PAGE - 1).id()) : null);
    return "body-training/list";
  }

  @GetMapping("/{id:[0-9]+}")
  String training(@PathVariable long id, Model model) {
    BodyTraining training = trainings.get(id);
    Body body = bodies.get(training.bodyId());
    access.requireRead(body);
    model.addAttribute("training", training);
    model.addAttribute("body", body);
    model.addAttribute("steers", access.steers(body));
    model.addAttribute(
        "waiting",
        training.state().isOpen() ? instances.waiting(id).stream().findFirst().orElse(null) : null);
    model.addAttribute(
        "people",
        persons.byId(
            Stream.of(training.announcedBy(), training.reportedBy(), training.decidedBy())
                .filter(Objects::nonNull)
                .distinct()
                .toList()));
    return "body-training/training";
  }

  private static String address(BodyTraining.State state, Long before) {
    return UriComponentsBuilder.fromPath("/body-trainings")
        .queryParamIfPresent("state", Optional.ofNullable(state))
        .queryParamIfPresent("before", Optional.ofNullable(before))
        .toUriString();
  }
}
