package br.gov.sp.prefeitura.redeinfo.network.web;

import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.BodyKind;
import br.gov.sp.prefeitura.redeinfo.network.BodyPageSection;
import br.gov.sp.prefeitura.redeinfo.network.web.DirectoryFilter.SeatState;
import br.gov.sp.prefeitura.redeinfo.network.web.DirectoryQueries.ListedBody;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.shared.web.PageSection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Bodies as the people of the network see them: everything about their own, all to the
 * coordination.
 */
@Controller
class BodyController {

  /** The city has some eighty bodies; they fit on one page. */
  private static final int LIMIT = 500;

  private static final int ENDED_SHOWN = 20;

  private final BodyAccess access;
  private final Bodies bodies;
  private final Appointments appointments;
  private final DirectoryQueries directory;
  private final PairQueries pairs;
  private final AppointmentQueries queries;
  private final List<BodyPageSection> sections;
  private final Clock clock;

  BodyController(
      BodyAccess access,
      Bodies bodies,
      Appointments appointments,
      DirectoryQueries directory,
      PairQueries pairs,
      AppointmentQueries queries,
      List<BodyPageSection> sections,
      Clock clock) {
    this.access = access;
    this.bodies = bodies;
    this.appointments = appointments;
    this.directory = directory;
    this.pairs = pairs;
    this.queries = queries;
    this.sections = List.copyOf(sections);
    this.clock = clock;
  }

  @GetMapping("/bodies")
  String list(
      @RequestParam(name = "q", defaultValue = "") String query,
      @RequestParam(required = false) BodyKind kind,
      @RequestParam(required = false) SeatState state,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
      Model model) {
    DirectoryFilter filter = new DirectoryFilter(query, kind, state, SaoPaulo.today(clock));
    List<ListedBody> found = directory.bodies(filter, "", LIMIT);
    if (!access.readsAll()) {
      Set<String> own = access.ownBodies();
      found = found.stream().filter(body -> own.contains(body.slug())).toList();
    }
    model.addAttribute("filter", filter);
    model.addAttribute("kinds", DirectoryController.kinds());
    model.addAttribute("states", SeatState.values());
    model.addAttribute("bodies", found);
    model.addAttribute(
        "lacking", pairs.lackingPermanent(found.stream().map(ListedBody::id).toList()));
    return fragment ? "network/bodies :: results" : "network/bodies";
  }

  @GetMapping("/bodies/{slug:[a-z0-9-]+}")
  String body(@PathVariable String slug, Model model) {
    access.requireRead(slug);
    LocalDate today = SaoPaulo.today(clock);
    Body body = bodies.findBySlug(slug).orElseThrow(() -> Refusal.notFound("network.body-unknown"));
    model.addAttribute("body", body);
    model.addAttribute("exists", body.existsOn(today));
    model.addAttribute(
        "successor", body.successorId() == null ? null : bodies.get(body.successorId()));
    model.addAttribute("writes", access.writes());
    model.addAttribute("seats", appointments.seatsOf(body.id(), today));
    model.addAttribute("lacking", pairs.lackingPermanent(body.id()));
    model.addAttribute("people", queries.ofBody(body.id(), today));
    model.addAttribute("ended", queries.endedOfBody(body.id(), today, ENDED_SHOWN));
    model.addAttribute("units", queries.units(body.id(), today));
    model.addAttribute(
        "sections",
        sections.stream()
            .flatMap(section -> section.sectionsFor(body).stream())
            .sorted(Comparator.comparingInt(PageSection::order))
            .toList());
    return "network/body";
  }
}
