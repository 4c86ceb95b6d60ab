package br.gov.sp.prefeitura.redeinfo.pilot.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotAccess;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotDetails;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotProcess;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotReading;
import br.gov.sp.prefeitura.redeinfo.pilot.web.PilotPageModel.PilotPage;
import br.gov.sp.prefeitura.redeinfo.shared.web.PageSection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One project: its page, its place in the process in words and as a diagram, its dossier. */
@Controller
class PilotController {

  /** Sections from here on stand below the decisions. */
  private static final int BELOW_DECISIONS = 60;

  private final PilotReading reading;
  private final PilotAccess access;
  private final PilotProcess process;
  private final PilotPageModel pages;
  private final PilotDossier dossier;
  private final List<PilotPagePart> parts;
  private final CurrentPerson currentPerson;

  PilotController(
      PilotReading reading,
      PilotAccess access,
      PilotProcess process,
      PilotPageModel pages,
      PilotDossier dossier,
      List<PilotPagePart> parts,
      CurrentPerson currentPerson) {
    this.reading = reading;
    this.access = access;
    this.process = process;
    this.pages = pages;
    this.dossier = dossier;
    this.parts = List.copyOf(parts);
    this.currentPerson = currentPerson;
  }

  @GetMapping("/pilots/{id}")
  String pilot(@PathVariable long id, Model model) {
    SignedIn person = currentPerson.require();
    PilotDetails details = reading.of(id, person);
    List<PageSection> sections =
        contributed(part -> part.sectionsFor(details.seen(), person).stream());
    model.addAttribute("page", pages.of(details));
    model.addAttribute(
        "commands", contributed(part -> part.commandsFor(details.seen(), person).stream()));
    model.addAttribute(
        "sections", sections.stream().filter(one -> one.order() < BELOW_DECISIONS).toList());
    model.addAttribute(
        "lastSections", sections.stream().filter(one -> one.order() >= BELOW_DECISIONS).toList());
    return "pilot/page";
  }

  private List<PageSection> contributed(Function<PilotPagePart, Stream<PageSection>> sections) {
    return parts.stream()
        .flatMap(sections)
        .sorted(Comparator.comparingInt(PageSection::order))
        .toList();
  }

  @GetMapping("/pilots/{id}/process")
  String process(@PathVariable long id, Model model) {
    PilotPage page = pages.of(reading.of(id, currentPerson.require()));
    model.addAttribute("page", page);
    model.addAttribute("place", process.place(id));
    return "pilot/process";
  }

  /** The model that the project follows: the same for everybody, and nothing of the project. */
  @GetMapping("/pilots/{id}/process.bpmn")
  ResponseEntity<byte[]> model(@PathVariable long id) {
    access.require(id, currentPerson.require());
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_XML)
        .cacheControl(CacheControl.noStore())
        .body(process.model(id));
  }

  @GetMapping("/pilots/{id}.pdf")
  ResponseEntity<byte[]> pdf(@PathVariable long id) {
    PilotPage page = pages.of(reading.of(id, currentPerson.require()));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("projeto-piloto-" + id + ".pdf")
                .build()
                .toString())
        .body(dossier.pdf(page));
  }
}
