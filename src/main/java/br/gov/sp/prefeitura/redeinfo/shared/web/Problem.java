package br.gov.sp.prefeitura.redeinfo.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.ModelAndView;

/** Answers a problem as a page in words, or as RFC 9457 to callers that want JSON. */
final class Problem {

  private Problem() {}

  static Object answer(
      HttpServletRequest request, HttpStatus status, String key, String title, List<String> texts) {
    return answer(request, status, key, title, texts, Map.of());
  }

  static Object answer(
      HttpServletRequest request,
      HttpStatus status,
      String key,
      String title,
      List<String> texts,
      Map<String, ?> model) {
    if (wantsJson(request)) {
      ProblemDetail detail = ProblemDetail.forStatus(status);
      detail.setTitle(title);
      detail.setDetail(String.join(" ", texts));
      detail.setProperty("code", key);
      return ResponseEntity.status(status)
          .contentType(MediaType.APPLICATION_PROBLEM_JSON)
          .body(detail);
    }
    ModelAndView page = new ModelAndView("error/problem", status);
    page.addObject("status", status.value());
    page.addObject("key", key);
    page.addObject("title", title);
    page.addObject("texts", texts);
    page.addAllObjects(model);
    return page;
  }

  private static boolean wantsJson(HttpServletRequest request) {
    Object original = request.getAttribute("jakarta.servlet.error.request_uri");
    String path = original instanceof String uri ? uri : request.getRequestURI();
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return path.endsWith(".json")
        || (accept != null && accept.contains("json") && !accept.contains("text/html"));
  }
}
