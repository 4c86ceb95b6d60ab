package br.gov.sp.prefeitura.redeinfo.shared.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Where the container sends everything that ended in an error status: the firewall's and the
 * security filters' refusals and what nobody foresaw. Pages never show details; an unforeseen error
 * is logged with a reference that its page names.
 */
@Controller
class ErrorPages implements ErrorController {

  private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

  /** Statuses with texts of their own; others borrow from their class. */
  private static final List<Integer> WORDED =
      List.of(400, 401, 403, 404, 405, 406, 409, 413, 415, 429, 500, 503);

  private final MessageSource messages;

  ErrorPages(MessageSource messages) {
    this.messages = messages;
  }

  @RequestMapping("/error")
  Object error(HttpServletRequest request) {
    HttpStatus status = statusOf(request);
    if (request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof CsrfException) {
      return Problem.answer(
          request,
          HttpStatus.FORBIDDEN,
          "csrf",
          text("error.csrf.title"),
          List.of(text("error.csrf.text")),
          Map.of("typed", typedContent(request)));
    }
    String worded = "error." + wordedStatus(status);
    if (!status.is5xxServerError() || status == HttpStatus.SERVICE_UNAVAILABLE) {
      return Problem.answer(
          request,
          status,
          "http-" + status.value(),
          text(worded + ".title"),
          List.of(text(worded + ".text")));
    }
    String reference = UUID.randomUUID().toString().substring(0, 8);
    Object cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    log.error(
        "Unforeseen error {} at {}",
        reference,
        request.getAttribute(RequestDispatcher.ERROR_SERVLET_NAME),
        cause instanceof Throwable throwable ? throwable : null);
    return Problem.answer(
        request,
        status,
        "http-" + status.value(),
        text(worded + ".title"),
        List.of(text(worded + ".text"), text("error.reference", reference)));
  }

  private static HttpStatus statusOf(HttpServletRequest request) {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
    // Somebody opened /error itself.
    return status == null ? HttpStatus.NOT_FOUND : status;
  }

  private static int wordedStatus(HttpStatus status) {
    if (WORDED.contains(status.value())) {
      return status.value();
    }
    return status.is5xxServerError() ? 500 : 400;
  }

  /**
   * What the person typed into a form of ours whose token no longer holds, so that it can be copied
   * and is not lost. Shown as text only, never sent again by itself, and only if the request came
   * from a page of ours.
   */
  private static Map<String, String> typedContent(HttpServletRequest request) {
    Map<String, String> typed = new LinkedHashMap<>();
    if ("same-origin".equals(request.getHeader("Sec-Fetch-Site"))) {
      request
          .getParameterMap()
          .forEach(
              (name, values) -> {
                if (!name.startsWith("_") && !name.toLowerCase().contains("password")) {
                  typed.put(name, String.join("\n", values));
                }
              });
    }
    typed.values().removeIf(String::isBlank);
    return typed;
  }

  private String text(String key, Object... args) {
    return messages.getMessage(key, args, LocaleContextHolder.getLocale());
  }
}
