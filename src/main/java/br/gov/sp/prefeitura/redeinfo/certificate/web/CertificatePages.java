package br.gov.sp.prefeitura.redeinfo.certificate.web;

import br.gov.sp.prefeitura.redeinfo.certificate.domain.CertificateCode;
import br.gov.sp.prefeitura.redeinfo.certificate.domain.CertificateDesk;
import br.gov.sp.prefeitura.redeinfo.certificate.domain.CertificateWords;
import br.gov.sp.prefeitura.redeinfo.certificate.domain.StoredCertificate;
import br.gov.sp.prefeitura.redeinfo.identity.CodeGuesses;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;

/**
 * Verifies certificates for anybody: by the code, or by the file, of which the browser sends the
 * fingerprint alone where it can. Shows what the paper says. Search engines are asked to stay away.
 */
@Controller
class CertificatePages {

  /** Certificates are some 50 KB; nothing larger is one. */
  static final int MOST_BYTES = 1024 * 1024;

  static final String CODE = "/certificates/{code:[0-9A-Za-z-]+}";

  private static final String FORM = "certificate/verify";
  private static final String CERTIFICATE = "certificate/certificate";

  private final CertificateDesk desk;
  private final CertificateWords words;
  private final CodeGuesses guesses;
  private final CurrentPerson currentPerson;

  CertificatePages(
      CertificateDesk desk,
      CertificateWords words,
      CodeGuesses guesses,
      CurrentPerson currentPerson) {
    this.desk = desk;
    this.words = words;
    this.guesses = guesses;
    this.currentPerson = currentPerson;
  }

  @GetMapping("/certificates")
  String form(
      @ModelAttribute("form") VerifyForm form,
      BindingResult errors,
      Model model,
      HttpServletResponse response) {
    if (form.getCode() == null) {
      return page(model, response);
    }
    Optional<CertificateCode> code = CertificateCode.parse(form.getCode());
    if (code.isPresent()) {
      return "redirect:/certificates/" + code.get();
    }
    String problem = form.getCode().isBlank() ? "code-missing" : "code-form";
    return refused(
        "code", "certificate." + problem, HttpStatus.BAD_REQUEST, errors, model, response);
  }

  @GetMapping(CODE)
  String show(
      @PathVariable("code") String typed,
      @ModelAttribute("form") VerifyForm form,
      BindingResult errors,
      Model model,
      HttpServletResponse response) {
    form.setCode(typed);
    return guesses
        .attempt("certificate", () -> CertificateCode.parse(typed).flatMap(desk::findByCode))
        .map(certificate -> show(certificate, false, model, response))
        .orElseGet(
            () ->
                refused(
                    "code", "certificate.unknown", HttpStatus.NOT_FOUND, errors, model, response));
  }

  /** With the fingerprint that the browser made, or with the file, which is not kept. */
  @PostMapping("/certificates")
  String verifyFile(
      @ModelAttribute("form") VerifyForm form,
      BindingResult errors,
      Model model,
      HttpServletResponse response) {
    MultipartFile file = form.getFile();
    boolean sent = file != null && !file.isEmpty();
    if (form.getSha256() == null && !sent) {
      return refused(
          "file", "certificate.file-missing", HttpStatus.BAD_REQUEST, errors, model, response);
    }
    if (form.getSha256() == null && file.getSize() > MOST_BYTES) {
      return refused(
          "file",
          "certificate.file-too-large",
          HttpStatus.PAYLOAD_TOO_LARGE,
          errors,
          model,
          response);
    }
    Optional<StoredCertificate> found =
        form.getSha256() != null
            ? desk.findByDigest(form.getSha256())
            : desk.findByFile(content(file));
    return found
        .map(certificate -> show(certificate, true, model, response))
        .orElseGet(
            () ->
                refused(
                    "file",
                    "certificate.file-unknown",
                    HttpStatus.NOT_FOUND,
                    errors,
                    model,
                    response));
  }

  private String show(
      StoredCertificate certificate, boolean byFile, Model model, HttpServletResponse response) {
    keepOut(response);
    Locale locale = LocaleContextHolder.getLocale();
    var facts = certificate.facts();
    model.addAttribute("certificate", certificate);
    model.addAttribute("byFile", byFile);
    model.addAttribute("hours", words.hours(facts.minutes(), locale));
    model.addAttribute("period", words.period(facts.from(), facts.to(), locale));
    model.addAttribute(
        "issuedOn", words.day(certificate.issuedAt().atZone(SaoPaulo.ZONE).toLocalDate(), locale));
    currentPerson
        .find()
        .ifPresent(
            person -> {
              model.addAttribute("mayHaveFile", desk.mayHaveFile(person, certificate));
              model.addAttribute("mayRevoke", desk.mayRevoke(person) && certificate.isInForce());
            });
    return CERTIFICATE;
  }

  private String refused(
      String field,
      String code,
      HttpStatus status,
      BindingResult errors,
      Model model,
      HttpServletResponse response) {
    errors.rejectValue(field, "refusal." + code);
    response.setStatus(status.value());
    return page(model, response);
  }

  private static String page(Model model, HttpServletResponse response) {
    keepOut(response);
    model.addAttribute("maxBytes", MOST_BYTES);
    return FORM;
  }

  /** The page names a person: neither kept on the way nor found by searching. */
  private static void keepOut(HttpServletResponse response) {
    response.setHeader("X-Robots-Tag", "noindex, nofollow");
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
  }

  private static byte[] content(MultipartFile file) {
    try {
      return file.getBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
