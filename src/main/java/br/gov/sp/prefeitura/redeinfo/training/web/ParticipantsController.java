package br.gov.sp.prefeitura.redeinfo.training.web;

import br.gov.sp.prefeitura.redeinfo.shared.web.Csv;
import br.gov.sp.prefeitura.redeinfo.shared.web.Dates;
import br.gov.sp.prefeitura.redeinfo.training.EnrollmentState;
import br.gov.sp.prefeitura.redeinfo.training.domain.Edition;
import br.gov.sp.prefeitura.redeinfo.training.domain.EditionDesk;
import br.gov.sp.prefeitura.redeinfo.training.domain.EditionParticipants;
import br.gov.sp.prefeitura.redeinfo.training.domain.EditionParticipants.Line;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Who is enrolled in an edition, page by page and as a table to download. */
@Controller
class ParticipantsController {

  private static final int PER_PAGE = 50;

  private final EditionParticipants participants;
  private final EditionDesk desk;
  private final EditionAccess access;
  private final PlanningWords words;
  private final Dates dates;

  ParticipantsController(
      EditionParticipants participants,
      EditionDesk desk,
      EditionAccess access,
      PlanningWords words,
      Dates dates) {
    this.participants = participants;
    this.desk = desk;
    this.access = access;
    this.words = words;
    this.dates = dates;
  }

  @GetMapping("/trainings/planning/{id:[0-9]+}/participants")
  String list(
      @PathVariable long id,
      @RequestParam(required = false) EnrollmentState state,
      @RequestParam(defaultValue = "0") int after,
      Model model) {
    Edition edition = access.requireRead(desk.get(id));
    List<Line> found = participants.page(id, state, after, PER_PAGE + 1);
    List<Line> page = found.subList(0, Math.min(PER_PAGE, found.size()));
    model.addAttribute("edition", edition);
    model.addAttribute("lines", page);
    model.addAttribute("state", state);
    model.addAttribute("states", EnrollmentState.values());
    model.addAttribute("export", address(id, ".csv", state, null));
    model.addAttribute("first", after == 0 ? null : address(id, "", state, null));
    model.addAttribute(
        "next",
        found.size() > PER_PAGE ? address(id, "", state, page.get(PER_PAGE - 1).arrival()) : null);
    return "training/participants";
  }

  @GetMapping("/trainings/planning/{id:[0-9]+}/participants.csv")
  void csv(
      @PathVariable long id,
      @RequestParam(required = false) EnrollmentState state,
      HttpServletResponse response)
      throws IOException {
    access.requireRead(desk.get(id));
    Csv csv = Csv.stream(response, "turma-" + id + "-participantes.csv");
    csv.row(
        words.text("participants.column.arrival"),
        words.text("participants.column.name"),
        words.text("participants.column.email"),
        words.text("participants.column.body"),
        words.text("participants.column.state"),
        words.text("participants.column.since"),
        words.text("participants.column.enrolled"));
    participants.forEachBatch(id, state, batch -> batch.forEach(line -> write(csv, line)));
    response.flushBuffer();
  }

  private void write(Csv csv, Line line) {
    csv.row(
        line.arrival(),
        line.person().name(),
        line.person().email(),
        line.body().acronym(),
        words.text("enrollment.state." + line.state()),
        dates.moment(line.since()),
        dates.moment(line.enrolledAt()));
  }

  private static String address(long id, String kind, EnrollmentState state, Integer after) {
    return UriComponentsBuilder.fromPath("/trainings/planning/{id}/participants" + kind)
        .queryParamIfPresent("state", Optional.ofNullable(state))
        .queryParamIfPresent("after", Optional.ofNullable(after))
        .buildAndExpand(id)
        .toUriString();
  }
}
