package br.gov.sp.prefeitura.redeinfo.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.gov.sp.prefeitura.redeinfo.certificate.Certificates.Certificate;
import br.gov.sp.prefeitura.redeinfo.certificate.Certificates.CertificateFacts;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.StatementCounter;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@DisplayName("A certificate")
class CertificatesTest {

  @Autowired Certificates certificates;
  @Autowired TestPeople people;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;

  private CertificateLife life;
  private Person person;

  @BeforeEach
  void register() {
    life = new CertificateLife(certificates, transaction);
    person = people.stranger("svma");
  }

  @Test
  @DisplayName("is issued once: asked again, the same one is given and nothing changes")
  void isIssuedOnce() {
    CertificateFacts facts = CertificateLife.facts(person);

    Certificate first = life.issue(facts);
    Certificate again = life.issue(facts);

    assertThat(again).isEqualTo(first);
    assertThat(first.isInForce()).isTrue();
    assertThat(first.code()).matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}");
    assertThat(certificates.issuedIn(facts.editionId())).isEqualTo(1);
    assertThat(audited(first)).containsExactly("certificate.issued");
  }

  @Test
  @DisplayName("is one when several transactions issue it at once")
  void isOneUnderConcurrency() throws Exception {
    CertificateFacts facts = CertificateLife.facts(person);
    int threads = 4;
    CyclicBarrier together = new CyclicBarrier(threads);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Certificate>> results = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        results.add(
            pool.submit(
                () -> {
                  together.await();
                  return life.issue(facts);
                }));
      }
      List<Certificate> issued = new ArrayList<>();
      for (Future<Certificate> result : results) {
        issued.add(result.get());
      }
      assertThat(issued).containsOnly(issued.get(0));
      assertThat(certificates.issuedIn(facts.editionId())).isEqualTo(1);
      assertThat(audited(issued.get(0))).containsExactly("certificate.issued");
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  @DisplayName("is issued with the step or not at all, and only with one")
  void belongsToTheStep() {
    CertificateFacts facts = CertificateLife.facts(person);

    transaction.executeWithoutResult(
        status -> {
          certificates.issue(facts);
          status.setRollbackOnly();
        });

    assertThat(certificates.ofEnrollments(List.of(facts.enrollmentId()))).isEmpty();
    assertThatThrownBy(() -> certificates.issue(facts))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  @DisplayName("is found with many others in one statement, without their files")
  void areFoundTogether() {
    Certificate one = life.issue(person);
    Certificate two = life.issue(people.stranger("svma"));

    Map<Long, Certificate> found = new HashMap<>();
    StatementCounter.Count cost =
        StatementCounter.count(
            () ->
                found.putAll(
                    certificates.ofEnrollments(
                        List.of(one.enrollmentId(), two.enrollmentId(), 1L))));

    assertThat(cost.statements()).isEqualTo(1);
    assertThat(found).containsOnlyKeys(one.enrollmentId(), two.enrollmentId());
    assertThat(found.get(one.enrollmentId())).isEqualTo(one);
    assertThat(certificates.ofEnrollments(List.of())).isEmpty();
  }

  @Test
  @DisplayName("cannot be there twice for an enrolment, whatever code says")
  void isUniqueInTheDatabase() {
    Certificate certificate = life.issue(person);

    assertThatThrownBy(
            () ->
                jdbc.sql(
                        """
                        INSERT INTO certificate (enrollment_id, edition_id, person_id, code,
                          person_name, course_title, minutes, first_day, last_day,
                          attendance_percent, signatory_unit, issued_at, sha256)
                        SELECT enrollment_id, edition_id, person_id, 'ZZZZZZZZZZZZZZZZ',
                          person_name, course_title, minutes, first_day, last_day,
                          attendance_percent, signatory_unit, issued_at, sha256('x'::bytea)
                          FROM certificate WHERE id = :id
                        """)
                    .param("id", certificate.id())
                    .update())
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("certificate_once_per_enrollment");
  }

  private List<String> audited(Certificate certificate) {
    return jdbc.sql(
            """
            SELECT action FROM audit_entry
             WHERE subject_type = 'certificate' AND subject_id = :id
            """)
        .param("id", String.valueOf(certificate.id()))
        .query(String.class)
        .list();
  }
}
