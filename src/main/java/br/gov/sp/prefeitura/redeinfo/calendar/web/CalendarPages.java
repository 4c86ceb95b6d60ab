package br.gov.sp.prefeitura.redeinfo.calendar.web;

import br.gov.sp.prefeitura.redeinfo.calendar.CalendarFiles;
import br.gov.sp.prefeitura.redeinfo.calendar.domain.CalendarFeeds;
import br.gov.sp.prefeitura.redeinfo.identity.CodeGuesses;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.time.Duration;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A person's dates, and the address by which a calendar program reads them. */
@Controller
class CalendarPages {

  private static final int SHOWN = 20;

  /** Programs that read every few minutes are spared the most. */
  private static final CacheControl SOON =
      CacheControl.maxAge(Duration.ofMinutes(15)).cachePrivate();

  private static final Locale PORTUGUESE = Locale.forLanguageTag("pt-BR");

  private final CalendarFeeds feeds;
  private final CodeGuesses guesses;
  private final CurrentPerson currentPerson;
  private final MessageSource messages;
  private final String baseUrl;

  CalendarPages(
      CalendarFeeds feeds,
      CodeGuesses guesses,
      CurrentPerson currentPerson,
      MessageSource messages,
      @Value("${rede-info.base-url}") String baseUrl) {
    this.feeds = feeds;
    this.guesses = guesses;
    this.currentPerson = currentPerson;
    this.messages = messages;
    this.baseUrl = baseUrl.replaceAll("/+$", "");
  }

  @GetMapping("/calendar")
  String own(Model model) {
    long person = currentPerson.require().personId();
    model.addAttribute("entries", feeds.upcoming(person, SHOWN));
    model.addAttribute("feed", feeds.find(person).orElse(null));
    return "calendar/calendar";
  }

  /** Shown in the answer itself: the address is kept nowhere, so there is no other page to show. */
  @PostMapping("/calendar/feed")
  String make(Model model) {
    String secret = feeds.make(currentPerson.require().personId());
    model.addAttribute("address", baseUrl + "/calendar/feed/" + secret + ".ics");
    return own(model);
  }

  @PostMapping("/calendar/feed/revocation")
  String revoke(RedirectAttributes flash) {
    feeds.revoke(currentPerson.require().personId());
    flash.addFlashAttribute(
        "done", messages.getMessage("calendar.revoked", null, LocaleContextHolder.getLocale()));
    return "redirect:/calendar";
  }

  @GetMapping("/calendar/feed/{secret:[A-Za-z0-9_-]+}.ics")
  ResponseEntity<byte[]> read(@PathVariable String secret, WebRequest request) {
    String name = messages.getMessage("calendar.feed.name", null, PORTUGUESE);
    byte[] calendar =
        guesses
            .attempt("calendar-feed", () -> feeds.read(secret, name))
            .orElseThrow(() -> Refusal.notFound("calendar.feed-unknown"));
    String tag = "\"" + DigestUtils.md5DigestAsHex(calendar) + "\"";
    if (request.checkNotModified(tag)) {
      return null;
    }
    return ResponseEntity.ok()
        .cacheControl(SOON)
        .eTag(tag)
        .header(HttpHeaders.CONTENT_TYPE, CalendarFiles.CONTENT_TYPE)
        .body(calendar);
  }
}
