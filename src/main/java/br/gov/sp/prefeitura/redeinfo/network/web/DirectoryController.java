package br.gov.sp.prefeitura.redeinfo.network.web;

import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.BodyKind;
import br.gov.sp.prefeitura.redeinfo.network.BodyPageSection;
import br.gov.sp.prefeitura.redeinfo.network.web.DirectoryFilter.SeatState;
import br.gov.sp.prefeitura.redeinfo.network.web.DirectoryQueries.ListedBody;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.shared.web.Csv;
import br.gov.sp.prefeitura.redeinfo.shared.web.PageSection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The public directory: which bodies have their seats filled, and by whom. Names, posts and units
 * of focal points are public; e-mails and numbers are not shown. What is exported holds aggregates
 * only.
 */
@Controller
class DirectoryController {

  private static final int PAGE_SIZE = 25;
  private static final int EXPORT_LIMIT = 1000;

  private final DirectoryQueries directory;
  private final PairQueries pairs;
  private final Bodies bodies;
  private final List<BodyPageSection> sections;
  private final MessageSource messages;
  private final Clock clock;

  DirectoryController(
      DirectoryQueries directory,
      PairQueries pairs,
      Bodies bodies,
      List<BodyPageSection> sections,
      MessageSource messages,
      Clock clock) {
    this.directory = directory;
    this.pairs = pairs;
    this.bodies = bodies;
    this.sections = List.copyOf(sections);
    this.messages = messages;
    this.clock = clock;
  }

  @GetMapping("/directory")
  String list(
      @RequestParam(name = "q", defaultValue = "") String query,
      @RequestParam(required = false) BodyKind kind,
      @RequestParam(required = false) SeatState state,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate date,
      @RequestParam(defaultValue = "") String after,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
      Model model) {
    DirectoryFilter filter = new DirectoryFilter(query, kind, state, dayOr(date));
    List<ListedBody> found = directory.bodies(filter, after, PAGE_SIZE + 1);
    List<ListedBody> page = found.subList(0, Math.min(PAGE_SIZE, found.size()));
    model.addAttribute("filter", filter);
    model.addAttribute("today", SaoPaulo.today(clock));
    model.addAttribute("kinds", kinds());
    model.addAttribute("states", SeatState.values());
    model.addAttribute("figures", directory.figures(filter));
    model.addAttribute("bodies", page);
    List<Long> ids = page.stream().map(ListedBody::id).toList();
    model.addAttribute("holders", directory.holders(ids, filter.date()));
    model.addAttribute("lacking", pairs.lackingPermanent(ids, filter.date()));
    model.addAttribute("first", after.isEmpty() ? null : address(query, kind, state, date, null));
    model.addAttribute(
        "next",
        found.size() > PAGE_SIZE
            ? address(query, kind, state, date, page.get(PAGE_SIZE - 1).slug())
            : null);
    return fragment ? "directory/list :: results" : "directory/list";
  }

  @GetMapping("/directory/{slug:[a-z0-9-]+}")
  String body(@PathVariable String slug, Model model) {
    Body body = find(slug);
    LocalDate today = SaoPaulo.today(clock);
    model.addAttribute("body", body);
    model.addAttribute("exists", body.existsOn(today));
    model.addAttribute(
        "successor", body.successorId() == null ? null : bodies.get(body.successorId()));
    model.addAttribute("seats", SeatCard.all(directory.holders(List.of(body.id()), today), body));
    model.addAttribute("lacking", pairs.lackingPermanent(body.id()));
    model.addAttribute(
        "sections",
        sections.stream()
            .flatMap(section -> section.publicSectionsFor(body).stream())
            .sorted(Comparator.comparingInt(PageSection::order))
            .toList());
    return "directory/body";
  }

  @GetMapping("/directory/bodies.csv")
  ResponseEntity<byte[]> csv() {
    Csv csv = new Csv();
    csv.row(
        text("directory.export.acronym"),
        text("directory.export.name"),
        text("directory.export.kind"),
        text("directory.export.filled"),
        text("directory.export.vacant"),
        text("directory.export.state"));
    for (ListedBody body : everything()) {
      csv.row(
          body.acronym(),
          body.name(),
          text("body-kind." + body.kind()),
          body.filled(),
          body.vacant(),
          text("seat-state." + body.state()));
    }
    return csv.download("rede-info-aberta-" + SaoPaulo.today(clock) + ".csv");
  }

  @GetMapping("/directory/bodies.json")
  @ResponseBody
  OpenDirectory json() {
    return new OpenDirectory(
        SaoPaulo.today(clock),
        everything().stream()
            .map(
                body ->
                    new OpenBody(
                        body.acronym(),
                        body.name(),
                        body.kind(),
                        body.filled(),
                        body.vacant(),
                        body.state()))
            .toList());
  }

  private List<ListedBody> everything() {
    return directory.bodies(
        new DirectoryFilter("", null, null, SaoPaulo.today(clock)), "", EXPORT_LIMIT);
  }

  private Body find(String slug) {
    return bodies
        .findBySlug(slug)
        .filter(body -> !body.kind().isGuest())
        .orElseThrow(() -> Refusal.notFound("network.body-unknown"));
  }

  private LocalDate dayOr(LocalDate date) {
    return date == null ? SaoPaulo.today(clock) : date;
  }

  static List<BodyKind> kinds() {
    return Arrays.stream(BodyKind.values()).filter(kind -> !kind.isGuest()).toList();
  }

  private static String address(
      String query, BodyKind kind, SeatState state, LocalDate date, String after) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath("/directory");
    if (!query.isBlank()) {
      address.queryParam("q", "{q}");
    }
    address
        .queryParamIfPresent("kind", java.util.Optional.ofNullable(kind))
        .queryParamIfPresent("state", java.util.Optional.ofNullable(state))
        .queryParamIfPresent("date", java.util.Optional.ofNullable(date))
        .queryParamIfPresent("after", java.util.Optional.ofNullable(after));
    return query.isBlank()
        ? address.encode().toUriString()
        : address.encode().buildAndExpand(query).toUriString();
  }

  private String text(String key) {
    return messages.getMessage(key, null, LocaleContextHolder.getLocale());
  }

  /** The directory as open data. */
  record OpenDirectory(LocalDate date, List<OpenBody> bodies) {}

  record OpenBody(
      String acronym, String name, BodyKind kind, int filled, int vacant, SeatState state) {}
}
