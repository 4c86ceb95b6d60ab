package br.gov.sp.prefeitura.redeinfo.attendance.web;

import br.gov.sp.prefeitura.redeinfo.attendance.domain.AttendanceDesk;
import br.gov.sp.prefeitura.redeinfo.attendance.domain.AttendanceDesk.Sheet;
import br.gov.sp.prefeitura.redeinfo.attendance.domain.CheckIn;
import br.gov.sp.prefeitura.redeinfo.attendance.domain.CheckIn.ShownCode;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.shared.documents.QrCode;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.web.RefusalTexts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The code that a keeper projects, and what who reads it sees. That it was read in time is kept in
 * a cookie, so that signing in may take longer than the code holds.
 */
@Controller
class CheckInPages {

  private static final String TICKET = "REDE_INFO_CHECK_IN";

  private final CheckIn checkIn;
  private final AttendanceDesk desk;
  private final CurrentPerson currentPerson;
  private final RefusalTexts refusals;
  private final String baseUrl;

  CheckInPages(
      CheckIn checkIn,
      AttendanceDesk desk,
      CurrentPerson currentPerson,
      RefusalTexts refusals,
      @Value("${rede-info.base-url}") String baseUrl) {
    this.checkIn = checkIn;
    this.desk = desk;
    this.currentPerson = currentPerson;
    this.refusals = refusals;
    this.baseUrl = baseUrl.replaceAll("/+$", "");
  }

  /** The page to project; scripts get the part that changes. */
  @GetMapping("/attendance/{event:[0-9]+}/code")
  String code(
      @PathVariable long event,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
      Model model,
      HttpServletResponse response) {
    SignedIn keeper = currentPerson.require();
    Optional<ShownCode> shown = checkIn.code(event, keeper);
    Sheet sheet = desk.open(event, keeper);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    model.addAttribute("sheet", sheet);
    model.addAttribute("event", sheet.event());
    model.addAttribute("times", checkIn.times(sheet.event()));
    model.addAttribute("address", baseUrl + "/check-in/" + event);
    shown.ifPresent(
        code -> {
          QrCode qr = QrCode.of(baseUrl + "/check-in/" + event + "/" + code.code());
          model.addAttribute("code", code);
          model.addAttribute("path", qr.path());
          model.addAttribute("scale", 100.0 / qr.size());
        });
    return fragment ? "attendance/code :: code" : "attendance/code";
  }

  /** What the QR code says; open to those who have not signed in yet. */
  @GetMapping("/check-in/{event:[0-9]+}/{code:[0-9A-Za-z]{1,20}}")
  String read(
      @PathVariable long event,
      @PathVariable String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    arrive(event, code, request, response);
    return "redirect:/check-in/" + event;
  }

  @GetMapping("/check-in/{event:[0-9]+}")
  String show(
      @PathVariable long event,
      @CookieValue(name = TICKET, required = false) String ticket,
      Model model,
      HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    model.addAttribute("id", event);
    model.addAttribute(
        "arrival", checkIn.look(event, ticket, currentPerson.require()).orElse(null));
    return "attendance/check-in";
  }

  /** A code that was typed. */
  @PostMapping("/check-in/{event:[0-9]+}/code")
  String type(
      @PathVariable long event,
      @RequestParam(defaultValue = "") String code,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    try {
      arrive(event, code, request, response);
      return "redirect:/check-in/" + event;
    } catch (Refusal refusal) {
      if (refusal.kind() != Refusal.Kind.INVALID) {
        throw refusal;
      }
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      model.addAttribute("wrong", String.join(" ", refusals.texts(refusal)));
      model.addAttribute("typed", code);
      model.addAttribute("id", event);
      return "attendance/check-in";
    }
  }

  @PostMapping("/check-in/{event:[0-9]+}")
  String record(
      @PathVariable long event, @CookieValue(name = TICKET, required = false) String ticket) {
    checkIn.record(event, ticket, currentPerson.require());
    return "redirect:/check-in/" + event;
  }

  private void arrive(
      long event, String code, HttpServletRequest request, HttpServletResponse response) {
    String ticket = checkIn.arrive(event, code);
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(TICKET, ticket)
            .path(request.getContextPath() + "/check-in/" + event)
            .maxAge(checkIn.arrival())
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .build()
            .toString());
  }
}
