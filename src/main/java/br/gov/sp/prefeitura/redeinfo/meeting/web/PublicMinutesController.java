package br.gov.sp.prefeitura.redeinfo.meeting.web;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingKinds;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MinutesContent;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MinutesQueries;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MinutesQueries.Published;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.PublicMinutes;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.paging.Position;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Published minutes for anybody, without an account; nobody is named as present or absent. */
@Controller
class PublicMinutesController {

  private static final int PER_PAGE = 20;

  private final MinutesQueries queries;
  private final MeetingKinds kinds;
  private final Bodies bodies;

  PublicMinutesController(MinutesQueries queries, MeetingKinds kinds, Bodies bodies) {
    this.queries = queries;
    this.kinds = kinds;
    this.bodies = bodies;
  }

  @GetMapping("/minutes")
  String list(
      @RequestParam(required = false) Integer year,
      @RequestParam(required = false) String kind,
      @RequestParam(required = false) String after,
      Model model) {
    Position place = Position.parse(after);
    String known = kind == null || kind.isEmpty() ? null : kind;
    if (known != null && kinds.find(known).isEmpty()) {
      throw Refusal.invalid("meeting.choose");
    }
    List<Published> found = queries.list(year(year), known, place, PER_PAGE + 1);
    List<Published> page = found.subList(0, Math.min(PER_PAGE, found.size()));
    model.addAttribute("found", page);
    model.addAttribute("years", queries.years());
    model.addAttribute("kinds", kinds.all());
    model.addAttribute("year", year);
    model.addAttribute("kind", known);
    model.addAttribute("first", place.equals(Position.NEWEST) ? null : address(year, known, null));
    model.addAttribute(
        "next",
        found.size() > PER_PAGE
            ? address(
                year,
                known,
                new Position(page.get(PER_PAGE - 1).startsAt(), page.get(PER_PAGE - 1).meetingId()))
            : null);
    return "minutes/list";
  }

  @GetMapping("/minutes/{id:[0-9]+}")
  String one(@PathVariable long id, Model model) {
    Published published = queries.get(id);
    PublicMinutes minutes = published.minutes();
    model.addAttribute("published", published);
    model.addAttribute("minutes", minutes);
    model.addAttribute("kind", kinds.get(published.kind()));
    model.addAttribute(
        "bodies",
        bodies.byId(
            Stream.concat(
                    minutes.attendance().bodies().stream().map(MinutesContent.OfBody::bodyId),
                    minutes.followUps().stream().map(PublicMinutes.Line::bodyId))
                .distinct()
                .toList()));
    return "minutes/public";
  }

  @GetMapping("/minutes/{id:[0-9]+}.pdf")
  ResponseEntity<byte[]> pdf(@PathVariable long id) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline().filename("ata-" + id + ".pdf").build().toString())
        .body(queries.document(id));
  }

  /**
   * @throws Refusal (invalid) for what no calendar has
   */
  private static Year year(Integer year) {
    if (year != null && (year < 2000 || year > 2999)) {
      throw Refusal.invalid("minutes.year");
    }
    return year == null ? null : Year.of(year);
  }

  private static String address(Integer year, String kind, Position after) {
    return UriComponentsBuilder.fromPath("/minutes")
        .queryParamIfPresent("year", Optional.ofNullable(year))
        .queryParamIfPresent("kind", Optional.ofNullable(kind))
        .queryParamIfPresent("after", Optional.ofNullable(after))
        .toUriString();
  }
}
