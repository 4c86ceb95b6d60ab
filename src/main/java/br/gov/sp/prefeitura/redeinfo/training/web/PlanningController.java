package br.gov.sp.prefeitura.redeinfo.training.web;

import br.gov.sp.prefeitura.redeinfo.training.EditionState;
import br.gov.sp.prefeitura.redeinfo.training.domain.EditionDesk;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The editions, for those who plan and certify. */
@Controller
class PlanningController {

  private static final String ADDRESS = "/trainings/planning";
  private static final int PER_PAGE = 20;

  private final EditionDesk desk;
  private final EditionAccess access;

  PlanningController(EditionDesk desk, EditionAccess access) {
    this.desk = desk;
    this.access = access;
  }

  @GetMapping(ADDRESS)
  String list(
      @RequestParam(required = false) EditionState state,
      @RequestParam(required = false) Long before,
      Model model) {
    List<EditionDesk.Line> found = desk.list(state, access.seesSchoolOnly(), before, PER_PAGE + 1);
    List<EditionDesk.Line> page = found.subList(0, Math.min(PER_PAGE, found.size()));
    model.addAttribute("lines", page);
    model.addAttribute("state", state);
    model.addAttribute("states", EditionState.values());
    model.addAttribute("plans", access.mayPlan());
    model.addAttribute("first", before == null ? null : address(state, null));
    model.addAttribute(
        "next",
        found.size() > PER_PAGE ? address(state, page.get(PER_PAGE - 1).edition().id()) : null);
    return "training/planning";
  }

  private static String address(EditionState state, Long before) {
    return UriComponentsBuilder.fromPath(ADDRESS)
        .queryParamIfPresent("state", Optional.ofNullable(state))
        .queryParamIfPresent("before", Optional.ofNullable(before))
        .toUriString();
  }
}
