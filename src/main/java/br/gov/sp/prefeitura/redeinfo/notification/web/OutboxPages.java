package br.gov.sp.prefeitura.redeinfo.notification.web;

import br.gov.sp.prefeitura.redeinfo.notification.domain.MailRenderer.RenderedMail;
import br.gov.sp.prefeitura.redeinfo.notification.domain.NoticeArchive;
import br.gov.sp.prefeitura.redeinfo.notification.domain.StoredNotice.State;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.paging.Position;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The outbox, for administrators (paths below {@code /admin} are theirs). */
@Controller
@RequestMapping("/admin/outbox")
class OutboxPages {

  /** A mail brings its styles with it; it runs, loads, sends and opens nothing here. */
  private static final String MAIL_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

  private final NoticeArchive archive;
  private final MessageSource messages;

  OutboxPages(NoticeArchive archive, MessageSource messages) {
    this.archive = archive;
    this.messages = messages;
  }

  @GetMapping
  String list(
      @RequestParam(required = false) String state,
      @RequestParam(required = false) String before,
      Model model) {
    Optional<State> chosen = parse(state);
    Position position = Position.parse(before);
    model.addAttribute("page", archive.mails(chosen, position));
    model.addAttribute("isFirst", position.equals(Position.NEWEST));
    model.addAttribute("chosen", chosen.orElse(null));
    model.addAttribute("states", State.values());
    model.addAttribute("mailsLeave", archive.mailsLeave());
    model.addAttribute("letters", archive.undeliveredLetters());
    return "notification/outbox";
  }

  @GetMapping("/{id}")
  String show(@PathVariable long id, Model model) {
    model.addAttribute("preview", archive.preview(id));
    return "notification/mail";
  }

  @GetMapping("/{id}/html")
  ResponseEntity<byte[]> html(@PathVariable long id) {
    RenderedMail mail =
        archive
            .preview(id)
            .content()
            .orElseThrow(() -> Refusal.notFound("notification.unreadable"));
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .header("Content-Security-Policy", MAIL_POLICY)
        .body(mail.html().getBytes(StandardCharsets.UTF_8));
  }

  @PostMapping("/{id}/retry")
  String retry(@PathVariable long id, RedirectAttributes flash) {
    archive.retry(id);
    flash.addFlashAttribute(
        "done",
        messages.getMessage("notification.outbox.retried", null, LocaleContextHolder.getLocale()));
    return "redirect:/admin/outbox/" + id;
  }

  private static Optional<State> parse(String state) {
    if (state == null || state.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Arrays.stream(State.values())
            .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(state))
            .findFirst()
            .orElseThrow(() -> Refusal.invalid("notification.state")));
  }
}
