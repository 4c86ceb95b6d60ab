package br.gov.sp.prefeitura.redeinfo.statute.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.text.TextDifference;
import br.gov.sp.prefeitura.redeinfo.statute.domain.StatuteQueries;
import br.gov.sp.prefeitura.redeinfo.statute.domain.StatuteText.Section;
import br.gov.sp.prefeitura.redeinfo.statute.domain.StatuteVersion;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The statute for everybody: the version in force, the earlier ones, and what changed. */
@Controller
@RequestMapping("/statute")
class StatuteController {

  private static final String NUMBER = "/{number:[0-9]{1,6}}";

  private final StatuteQueries statute;
  private final StatuteWords words;
  private final CurrentPerson currentPerson;

  StatuteController(StatuteQueries statute, StatuteWords words, CurrentPerson currentPerson) {
    this.statute = statute;
    this.words = words;
    this.currentPerson = currentPerson;
  }

  @GetMapping
  String inForce(Model model) {
    Optional<StatuteVersion> inForce = statute.inForce();
    if (inForce.isEmpty()) {
      addPerson(model);
      return "statute/none";
    }
    return show(inForce.get(), true, model);
  }

  @GetMapping("/versions")
  String versions(Model model) {
    model.addAttribute("versions", statute.all());
    addPerson(model);
    return "statute/versions";
  }

  @GetMapping(NUMBER)
  String version(@PathVariable int number, Model model) {
    StatuteVersion version = statute.get(number);
    return show(version, isInForce(version), model);
  }

  /**
   * @param with number of the earlier version to compare with; the one before if none is named
   */
  @GetMapping(NUMBER + "/changes")
  String changes(
      @PathVariable int number, @RequestParam(required = false) Integer with, Model model) {
    StatuteVersion version = statute.get(number);
    List<StatuteVersion> earlier =
        statute.all().stream().filter(one -> one.number() < number).toList();
    if (with != null && with >= number) {
      throw Refusal.invalid("statute.compare-earlier");
    }
    StatuteVersion before =
        with != null ? statute.get(with) : earlier.stream().findFirst().orElse(null);
    model.addAttribute("version", version);
    model.addAttribute("earlier", earlier);
    model.addAttribute("before", before);
    model.addAttribute("changes", before == null ? List.of() : changes(before, version));
    return "statute/changes";
  }

  private static List<ShownChange> changes(StatuteVersion before, StatuteVersion after) {
    return Arrays.stream(Section.values())
        .filter(section -> !section.of(before.text()).equals(section.of(after.text())))
        .map(
            section ->
                new ShownChange(
                    section,
                    TextDifference.between(section.of(before.text()), section.of(after.text()))))
        .toList();
  }

  private String show(StatuteVersion version, boolean inForce, Model model) {
    model.addAttribute("version", version);
    model.addAttribute("sections", words.sections(version.text()));
    model.addAttribute("inForce", inForce);
    model.addAttribute(
        "task",
        currentPerson
            .find()
            .filter(person -> inForce)
            .flatMap(person -> statute.taskOf(person.personId(), version))
            .orElse(null));
    addPerson(model);
    return "statute/version";
  }

  private void addPerson(Model model) {
    model.addAttribute(
        "writes", currentPerson.find().filter(person -> person.isCoordination()).isPresent());
    model.addAttribute(
        "audits",
        currentPerson
            .find()
            .filter(person -> person.isCoordination() || person.isAuditor())
            .isPresent());
  }

  private boolean isInForce(StatuteVersion version) {
    return statute.inForce().filter(one -> one.id() == version.id()).isPresent();
  }

  /** A section that changed, piece by piece. */
  record ShownChange(Section section, List<TextDifference.Piece> pieces) {}
}
