package br.gov.sp.prefeitura.redeinfo.nomination.web;

import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationLine;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationLists;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Nominations that no round asked for: a seat became vacant, and its body seeks a successor. */
@Controller
class VacancyNominationsController {

  private static final String ADDRESS = "/rounds/vacancies";
  private static final int PER_PAGE = 25;

  private final NominationLists lists;

  VacancyNominationsController(NominationLists lists) {
    this.lists = lists;
  }

  @GetMapping(ADDRESS)
  String list(
      @RequestParam(defaultValue = "false") boolean all,
      @RequestParam(required = false) Long before,
      Model model) {
    List<NominationLine> found = lists.ofVacancies(!all, before, PER_PAGE + 1);
    List<NominationLine> page = found.subList(0, Math.min(PER_PAGE, found.size()));
    String first = ADDRESS + (all ? "?all=true" : "");
    model.addAttribute("lines", page);
    model.addAttribute("all", all);
    model.addAttribute("first", before == null ? null : first);
    model.addAttribute(
        "next",
        found.size() > PER_PAGE
            ? first + (all ? "&" : "?") + "before=" + page.get(PER_PAGE - 1).nominationId()
            : null);
    return "nomination/vacancies";
  }
}
