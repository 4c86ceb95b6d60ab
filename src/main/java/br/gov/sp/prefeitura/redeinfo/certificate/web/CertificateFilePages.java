package br.gov.sp.prefeitura.redeinfo.certificate.web;

import br.gov.sp.prefeitura.redeinfo.certificate.domain.CertificateCode;
import br.gov.sp.prefeitura.redeinfo.certificate.domain.CertificateDesk;
import br.gov.sp.prefeitura.redeinfo.certificate.domain.StoredCertificate;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.web.RefusalTexts;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The file for its owner, and revocation for those who answer for certificates. */
@Controller
class CertificateFilePages {

  private static final String REVOCATION = CertificatePages.CODE + "/revocation";

  private final CertificateDesk desk;
  private final CurrentPerson currentPerson;
  private final RefusalTexts refusals;
  private final MessageSource messages;

  CertificateFilePages(
      CertificateDesk desk,
      CurrentPerson currentPerson,
      RefusalTexts refusals,
      MessageSource messages) {
    this.desk = desk;
    this.currentPerson = currentPerson;
    this.refusals = refusals;
    this.messages = messages;
  }

  @GetMapping(CertificatePages.CODE + ".pdf")
  ResponseEntity<byte[]> file(@PathVariable("code") String typed) {
    CertificateCode code = parse(typed);
    byte[] pdf = desk.file(code, currentPerson.require());
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(text("certificate.file-name", code.toString()), StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(pdf);
  }

  @GetMapping(REVOCATION)
  String ask(
      @PathVariable("code") String typed,
      @ModelAttribute("form") RevocationForm form,
      Model model) {
    return page(parse(typed), model);
  }

  @PostMapping(REVOCATION)
  String revoke(
      @PathVariable("code") String typed,
      @ModelAttribute("form") RevocationForm form,
      BindingResult errors,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    CertificateCode code = parse(typed);
    try {
      desk.revoke(code, form.getReason(), currentPerson.require());
    } catch (Refusal refusal) {
      if (refusal.kind() != Refusal.Kind.INVALID) {
        throw refusal;
      }
      response.setStatus(refusals.bind(refusal, errors).value());
      return page(code, model);
    }
    flash.addFlashAttribute("done", text("certificate.revocation.done"));
    return "redirect:/certificates/" + code;
  }

  private String page(CertificateCode code, Model model) {
    StoredCertificate certificate = desk.revocable(code, currentPerson.require());
    model.addAttribute("certificate", certificate);
    return "certificate/revocation";
  }

  private static CertificateCode parse(String typed) {
    return CertificateCode.parse(typed).orElseThrow(() -> Refusal.notFound("certificate.unknown"));
  }

  private String text(String key, Object... args) {
    return messages.getMessage(key, args, LocaleContextHolder.getLocale());
  }

  /** Why a certificate is revoked. */
  static final class RevocationForm {

    private String reason = "";

    public String getReason() {
      return reason;
    }

    public void setReason(String reason) {
      this.reason = reason;
    }
  }
}
