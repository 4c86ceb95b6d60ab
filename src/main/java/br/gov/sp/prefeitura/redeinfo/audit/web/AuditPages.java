package br.gov.sp.prefeitura.redeinfo.audit.web;

import br.gov.sp.prefeitura.redeinfo.audit.domain.AuditArchive;
import br.gov.sp.prefeitura.redeinfo.audit.domain.AuditArchive.Page;
import br.gov.sp.prefeitura.redeinfo.audit.domain.AuditFilter;
import br.gov.sp.prefeitura.redeinfo.audit.web.AuditWords.Line;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.paging.Position;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.shared.web.Csv;
import br.gov.sp.prefeitura.redeinfo.shared.web.Dates;
import br.gov.sp.prefeitura.redeinfo.shared.web.ViewerSource;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.text.Collator;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The log for auditors, and for nobody else. */
@Controller
class AuditPages {

  private static final String PAGE = "audit/log";

  private final AuditArchive archive;
  private final AuditFormReader reader;
  private final AuditWords words;
  private final ViewerSource viewers;
  private final MessageSource messages;
  private final Dates dates;
  private final Clock clock;

  AuditPages(
      AuditArchive archive,
      AuditFormReader reader,
      AuditWords words,
      ViewerSource viewers,
      MessageSource messages,
      Dates dates,
      Clock clock) {
    this.archive = archive;
    this.reader = reader;
    this.words = words;
    this.viewers = viewers;
    this.messages = messages;
    this.dates = dates;
    this.clock = clock;
  }

  @GetMapping("/audit")
  String list(
      @ModelAttribute("form") AuditForm form,
      BindingResult errors,
      @RequestParam(required = false) String before,
      Model model,
      HttpServletResponse response) {
    requireAuditor();
    choices(model);
    AuditFilter filter = reader.read(form, errors);
    if (errors.hasErrors()) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return PAGE;
    }
    Position position = Position.parse(before);
    Page page = archive.page(filter, position);
    model.addAttribute(
        "lines", page.rows().stream().map(row -> words.line(row, page.names())).toList());
    model.addAttribute("export", address("/audit/entries.csv", form, null));
    model.addAttribute(
        "first", position.equals(Position.NEWEST) ? null : address("/audit", form, null));
    model.addAttribute(
        "next", page.next() == null ? null : address("/audit", form, page.next().toString()));
    return PAGE;
  }

  /** Everything that the filter finds; that it was taken away goes on record first. */
  @GetMapping("/audit/entries.csv")
  String csv(
      @ModelAttribute("form") AuditForm form,
      BindingResult errors,
      Model model,
      HttpServletResponse response)
      throws IOException {
    requireAuditor();
    AuditFilter filter = reader.read(form, errors);
    if (errors.hasErrors()) {
      choices(model);
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return PAGE;
    }
    archive.recordExport(filter);
    Csv csv = Csv.stream(response, "auditoria-" + SaoPaulo.today(clock) + ".csv");
    csv.row(
        Stream.of(
                "when",
                "action",
                "actor",
                "in-place-of",
                "subject",
                "person",
                "body",
                "channel",
                "address",
                "details")
            .map(column -> text("audit.column." + column))
            .toList());
    archive.forEachBatch(
        filter, page -> page.rows().forEach(row -> write(csv, words.line(row, page.names()))));
    response.flushBuffer();
    return null;
  }

  private void write(Csv csv, Line line) {
    csv.row(
        dates.iso(line.row().recordedAt()),
        line.action(),
        line.actor(),
        line.inPlaceOf(),
        line.subject(),
        line.person(),
        line.body(),
        line.channel(),
        line.row().address(),
        line.detailText());
  }

  /** The security chain says so, too: one lock more on what is about everybody. */
  private void requireAuditor() {
    viewers
        .find()
        .filter(viewer -> viewer.isInAny(AuditNavigation.AUDITOR))
        .orElseThrow(() -> Refusal.forbidden("audit.auditors-only"));
  }

  private void choices(Model model) {
    model.addAttribute("actions", inWords(archive.actions(), words::action));
    model.addAttribute("subjectTypes", inWords(archive.subjectTypes(), words::subjectType));
    Map<String, String> bodies = new LinkedHashMap<>();
    archive.bodies().forEach(body -> bodies.put(body.slug(), body.acronym()));
    model.addAttribute("bodies", bodies);
  }

  private static Map<String, String> inWords(
      Collection<String> codes, Function<String, String> words) {
    Comparator<Object> order = Collator.getInstance(LocaleContextHolder.getLocale());
    Map<String, String> sorted = new LinkedHashMap<>();
    codes.stream()
        .sorted(Comparator.comparing(words, order::compare))
        .forEach(code -> sorted.put(code, words.apply(code)));
    return sorted;
  }

  private static String address(String path, AuditForm form, String before) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("from", form.getFrom());
    values.put("to", form.getTo());
    values.put("action", form.getAction());
    values.put("person", form.getPerson());
    values.put("subjectType", form.getSubjectType());
    values.put("subject", form.getSubject());
    values.put("body", form.getBody());
    values.put("before", before);
    values.values().removeIf(value -> value == null || value.toString().isBlank());
    values.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
    return address.encode().buildAndExpand(values).toUriString();
  }

  private String text(String key) {
    return messages.getMessage(key, null, LocaleContextHolder.getLocale());
  }
}
