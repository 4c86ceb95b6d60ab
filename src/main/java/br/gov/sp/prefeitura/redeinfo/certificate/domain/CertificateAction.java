package br.gov.sp.prefeitura.redeinfo.certificate.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditAction;
import br.gov.sp.prefeitura.redeinfo.audit.AuditVocabulary;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is done with certificates; the id is the certificate's. */
enum CertificateAction implements AuditAction {
  ISSUED("certificate.issued"),
  REVOKED("certificate.revoked");

  private final String code;

  CertificateAction(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  @Component
  static class Vocabulary implements AuditVocabulary {

    @Override
    public List<CertificateAction> actions() {
      return List.of(values());
    }
  }
}
