package br.gov.sp.prefeitura.redeinfo.certificate;

import br.gov.sp.prefeitura.redeinfo.certificate.Certificates.Certificate;
import br.gov.sp.prefeitura.redeinfo.certificate.Certificates.CertificateFacts;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.transaction.support.TransactionTemplate;

/** Certificates of courses that only this module's tests know, each of an enrolment of its own. */
public final class CertificateLife {

  /** Where no enrolment of the application is. */
  private static final AtomicLong ENROLLMENT = new AtomicLong(900_000_000_000L);

  private final Certificates certificates;
  private final TransactionTemplate transaction;

  public CertificateLife(Certificates certificates, TransactionTemplate transaction) {
    this.certificates = certificates;
    this.transaction = transaction;
  }

  public static long enrollment() {
    return ENROLLMENT.incrementAndGet();
  }

  public static CertificateFacts facts(Person person) {
    return facts(person, person.name(), "Formação em Acesso à Informação", "Módulo 1\nMódulo 2");
  }

  public static CertificateFacts facts(Person person, String name, String title, String content) {
    long enrollment = enrollment();
    return new CertificateFacts(
        enrollment,
        enrollment,
        person.id(),
        name,
        title,
        960,
        LocalDate.of(2017, 6, 5),
        LocalDate.of(2017, 6, 26),
        content,
        92,
        "Escola Municipal de Administração Pública de São Paulo");
  }

  public Certificate issue(Person person) {
    return issue(facts(person));
  }

  public Certificate issue(CertificateFacts facts) {
    return transaction.execute(status -> certificates.issue(facts));
  }
}
