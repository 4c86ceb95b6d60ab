package br.gov.sp.prefeitura.redeinfo.pilot.web;

import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.pilot.Theme;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Pilot.Completion;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Pilot.EarlyResults;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotBoard;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotCard;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotDetails;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotReading;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Stage;
import br.gov.sp.prefeitura.redeinfo.shared.paging.Position;
import br.gov.sp.prefeitura.redeinfo.shared.web.PageSection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The approved projects for anybody, without an account; no servant is named. */
@Controller
class ProjectController {

  private static final String PATH = "/projects";
  private static final int PAGE = 20;

  /** Stages that a published project can be in. */
  private static final Set<Stage> STAGES =
      EnumSet.of(Stage.PRESENTATION, Stage.EXECUTION, Stage.COMPLETION, Stage.RESULT, Stage.ENDED);

  private final PilotBoard board;
  private final PilotReading reading;
  private final PilotPageModel pages;
  private final PilotLists lists;
  private final List<PilotPagePart> parts;
  private final Bodies bodies;

  ProjectController(
      PilotBoard board,
      PilotReading reading,
      PilotPageModel pages,
      PilotLists lists,
      List<PilotPagePart> parts,
      Bodies bodies) {
    this.board = board;
    this.reading = reading;
    this.pages = pages;
    this.lists = lists;
    this.parts = List.copyOf(parts);
    this.bodies = bodies;
  }

  @GetMapping(PATH)
  String projects(
      @ModelAttribute("search") PilotSearch asked,
      @RequestParam(required = false) String after,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
      Model model) {
    // Whose they are is a question of people who have signed in.
    PilotSearch search =
        new PilotSearch(
            asked.q(),
            asked.theme(),
            asked.body(),
            asked.territory(),
            asked.late(),
            null,
            asked.stage());
    Position place = Position.parse(after);
    List<PilotCard> found =
        board.published(
            search.filter(bodies),
            search.stage() == null ? null : search.stage().states(),
            place,
            PAGE + 1);
    List<PilotCard> page = PilotLists.first(found, PAGE);
    model.addAttribute("search", search);
    model.addAttribute("path", PATH);
    model.addAttribute("choices", lists.choices());
    model.addAttribute("themes", Theme.values());
    model.addAttribute("stages", STAGES);
    model.addAttribute("lines", lists.publicLines(page));
    model.addAttribute("first", place.equals(Position.NEWEST) ? null : search.address(PATH, null));
    model.addAttribute(
        "next", found.size() > PAGE ? search.address(PATH, position(page.get(PAGE - 1))) : null);
    return fragment ? "pilot/projects :: results" : "pilot/projects";
  }

  private static Position position(PilotCard card) {
    return new Position(card.pilot().publishedAt(), card.pilot().id());
  }

  @GetMapping("/projects/{id}")
  String project(@PathVariable long id, Model model) {
    PilotDetails details = reading.published(id);
    model.addAttribute("page", pages.of(details));
    model.addAttribute(
        "sections",
        parts.stream()
            .flatMap(part -> part.publicSectionsFor(details.seen()).stream())
            .sorted(Comparator.comparingInt(PageSection::order))
            .toList());
    return "pilot/project";
  }

  @GetMapping("/projects/dictionary")
  String dictionary(Model model) {
    model.addAttribute("fields", OpenProject.published());
    model.addAttribute(
        "states", STAGES.stream().flatMap(stage -> stage.states().stream()).toList());
    model.addAttribute("themes", Theme.values());
    model.addAttribute("completions", Completion.values());
    model.addAttribute("results", EarlyResults.values());
    return "pilot/dictionary";
  }
}
