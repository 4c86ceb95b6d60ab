package br.gov.sp.prefeitura.redeinfo.pilot.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.pilot.Theme;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Pilot;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotBoard;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotCard;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotFilter;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotFilter.Whose;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Stage;
import br.gov.sp.prefeitura.redeinfo.pilot.web.PilotLists.Line;
import br.gov.sp.prefeitura.redeinfo.shared.paging.Position;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** All projects that a person may see: a board by stage, and the list of one stage. */
@Controller
class BoardController {

  private static final String PATH = "/pilots";
  private static final int CARDS = 4;
  private static final int PAGE = 25;

  private final PilotBoard board;
  private final PilotLists lists;
  private final Bodies bodies;
  private final CurrentPerson currentPerson;

  BoardController(PilotBoard board, PilotLists lists, Bodies bodies, CurrentPerson currentPerson) {
    this.board = board;
    this.lists = lists;
    this.bodies = bodies;
    this.currentPerson = currentPerson;
  }

  @GetMapping(PATH)
  String pilots(
      @ModelAttribute("search") PilotSearch search,
      @RequestParam(required = false) String after,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
      Model model) {
    SignedIn person = currentPerson.require();
    PilotFilter filter = search.filter(bodies);
    model.addAttribute("path", PATH);
    model.addAttribute("choices", lists.choices());
    model.addAttribute("themes", Theme.values());
    model.addAttribute("whoses", Whose.values());
    model.addAttribute("writes", writes(person));
    if (search.stage() == null) {
      columns(person, search, filter, model);
      return fragment ? "pilot/board :: results" : "pilot/board";
    }
    list(person, search, filter, Position.parse(after), model);
    return fragment ? "pilot/list :: results" : "pilot/list";
  }

  private void columns(SignedIn person, PilotSearch search, PilotFilter filter, Model model) {
    Map<Stage, List<Line>> found = lists.lines(board.newest(person, filter, CARDS + 1));
    Map<Stage, Column> columns = new LinkedHashMap<>();
    Arrays.stream(Stage.values())
        .forEach(stage -> columns.put(stage, column(stage, found.get(stage), search)));
    model.addAttribute("ended", columns.remove(Stage.ENDED));
    model.addAttribute("columns", columns.values());
    model.addAttribute("empty", found.values().stream().allMatch(List::isEmpty));
  }

  private static Column column(Stage stage, List<Line> lines, PilotSearch search) {
    return new Column(
        stage,
        PilotLists.first(lines, CARDS),
        lines.size() > CARDS ? search.address(PATH, stage, null) : null);
  }

  private void list(
      SignedIn person, PilotSearch search, PilotFilter filter, Position after, Model model) {
    List<PilotCard> found = board.list(person, filter, search.stage().states(), after, PAGE + 1);
    List<PilotCard> page = PilotLists.first(found, PAGE);
    model.addAttribute("lines", lists.lines(page));
    model.addAttribute("first", after.equals(Position.NEWEST) ? null : search.address(PATH, null));
    model.addAttribute(
        "next", found.size() > PAGE ? search.address(PATH, place(page.get(PAGE - 1))) : null);
    model.addAttribute("toBoard", search.address(PATH, null, null));
  }

  private static Position place(PilotCard card) {
    Pilot pilot = card.pilot();
    return new Position(pilot.stateSince(), pilot.id());
  }

  /** Whether the person may begin a project: members and offices of bodies. */
  private static boolean writes(SignedIn person) {
    String members = Groups.members("");
    String office = Groups.office("");
    return person.groups().stream()
        .anyMatch(group -> group.endsWith(members) || group.endsWith(office));
  }

  /**
   * @param more the address of the stage's list where there is more than its cards
   */
  record Column(Stage stage, List<Line> lines, String more) {}
}
