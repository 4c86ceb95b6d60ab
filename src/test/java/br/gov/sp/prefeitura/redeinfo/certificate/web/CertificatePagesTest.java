package br.gov.sp.prefeitura.redeinfo.certificate.web;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.certificate.CertificateLife;
import br.gov.sp.prefeitura.redeinfo.certificate.Certificates;
import br.gov.sp.prefeitura.redeinfo.certificate.Certificates.Certificate;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.Pdfs;
import br.gov.sp.prefeitura.redeinfo.support.TestMailbox;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@DisplayName("Verifying a certificate")
class CertificatePagesTest {

  private static final String AUTHENTIC = "Certificado autêntico e em vigor.";
  private static final String UNKNOWN = "Não há certificado com este código.";

  @Autowired Certificates certificates;
  @Autowired TestPeople people;
  @Autowired TestMailbox mailbox;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;

  private Person owner;
  private Certificate certificate;
  private String path;

  @BeforeEach
  void issue() {
    owner = people.person("svma");
    certificate = new CertificateLife(certificates, transaction).issue(owner);
    path = "/certificates/" + certificate.code();
  }

  @Test
  @DisplayName("by its code shows anybody what the paper says, and nothing else")
  void byCode() {
    HttpResponse<String> page = people.visitor().get(path);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains(AUTHENTIC)
        .contains(owner.name(), "Formação em Acesso à Informação", "16 horas", "92%")
        .contains("de 05/06/2017 a 26/06/2017", "Módulo 1\nMódulo 2", certificate.code())
        .contains("Escola Municipal de Administração Pública de São Paulo")
        .doesNotContain(owner.email(), owner.username(), ".pdf", "Revogar")
        .doesNotContain(String.valueOf(certificate.enrollmentId()));
    assertThat(page.headers().firstValue("X-Robots-Tag")).contains("noindex, nofollow");
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  @DisplayName("forgives how the code is typed, and says what is wrong with one that is none")
  void typedCodes() {
    Visitor visitor = people.visitor();
    String typed = certificate.code().toLowerCase().replace('-', '+');

    HttpResponse<String> found = visitor.get("/certificates?code=" + typed);
    assertThat(found.statusCode()).isEqualTo(302);
    assertThat(found.headers().firstValue("Location").orElse("")).endsWith(path);
    assertThat(visitor.get("/certificates?code=").body()).contains("Escreva o código");
    HttpResponse<String> short_ = visitor.get("/certificates?code=7K2M-%3Cb%3E");
    assertThat(short_.statusCode()).isEqualTo(400);
    assertThat(short_.body()).contains("Um código tem 16", "value=\"7K2M-&lt;b&gt;\"");
  }

  @Test
  @DisplayName("answers all wrong codes alike, and slows down whoever guesses")
  void wrongCodes() {
    Visitor guesser = people.signIn(people.person("svma"));
    HttpResponse<String> none = guesser.get("/certificates/none");
    assertThat(none.statusCode()).isEqualTo(404);
    assertThat(none.body()).contains(UNKNOWN);
    int status = 404;
    for (int i = 0; i < 25 && status == 404; i++) {
      HttpResponse<String> wrong = guesser.get("/certificates/0000-0000-0000-%04d".formatted(i));
      status = wrong.statusCode();
      assertThat(wrong.body()).doesNotContain(AUTHENTIC);
    }

    assertThat(status).isEqualTo(429);
    assertThat(guesser.get(path).statusCode()).isEqualTo(429);
    assertThat(people.visitor().get(path).body()).contains(AUTHENTIC);
  }

  @Test
  @DisplayName("by its file knows the very file, sent or as its fingerprint, and no other")
  void byFile() throws Exception {
    byte[] file = people.signIn(owner).download(path + ".pdf").body();
    Visitor visitor = people.visitor();

    assertThat(verify(visitor, file).body())
        .contains("O arquivo é autêntico, sem nenhuma alteração")
        .contains(certificate.code());
    String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    assertThat(visitor.post("/certificates", Map.of("sha256", digest)).body())
        .contains("O arquivo é autêntico, sem nenhuma alteração");

    file[file.length / 2]++;
    HttpResponse<String> altered = verify(visitor, file);
    assertThat(altered.statusCode()).isEqualTo(404);
    assertThat(altered.body()).contains("Este arquivo não é um certificado emitido pela rede");
    assertThat(visitor.post("/certificates", Map.of("sha256", "x")).statusCode()).isEqualTo(404);
  }

  @Test
  @DisplayName("refuses no file, and one that is larger than any certificate")
  void unfitFiles() {
    Visitor visitor = people.visitor();

    assertThat(verify(visitor, new byte[0]).statusCode()).isEqualTo(400);
    assertThat(visitor.post("/certificates", Map.of()).body()).contains("Escolha o arquivo PDF");
    HttpResponse<String> large = verify(visitor, new byte[CertificatePages.MOST_BYTES + 1]);
    assertThat(large.statusCode()).isEqualTo(413);
    assertThat(large.body()).contains("O arquivo tem mais de 1 MB");
    assertThat(verify(visitor, new byte[8 * 1024 * 1024]).statusCode()).isEqualTo(413);
  }

  @Test
  @DisplayName("hands the file to its owner and to those who answer for it, as it was issued")
  void file() {
    HttpResponse<byte[]> answer = people.signIn(owner).download(path + ".pdf");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/pdf");
    assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment;")
        .contains("certificado-" + certificate.code() + ".pdf");
    assertThat(Pdfs.line(answer.body())).contains(owner.name(), certificate.code());
    for (Function function : List.of(Function.COORDINATION, Function.EMASP, Function.AUDITOR)) {
      assertThat(as(function).download(path + ".pdf").body()).isEqualTo(answer.body());
    }
    assertThat(as(Function.HEAD).get(path + ".pdf").statusCode()).isEqualTo(403);
    assertThat(people.visitor().get(path + ".pdf").headers().firstValue("Location").orElse(""))
        .endsWith("/login");
  }

  @Test
  @DisplayName("says when it was revoked; why is told to its owner alone")
  void revocation() {
    Visitor coordination = as(Function.COORDINATION);
    assertThat(coordination.get(path).body()).contains(path + "/revocation");
    assertThat(coordination.get(path + "/revocation").body()).contains(owner.name());

    HttpResponse<String> done = revoke(coordination, "Emitido com o nome errado");
    assertThat(done.statusCode()).isEqualTo(302);
    assertThat(coordination.get(path).body()).contains("A pessoa foi avisada");

    String page = people.visitor().get(path).body();
    assertThat(page)
        .contains("Certificado revogado em ")
        .contains(owner.name())
        .doesNotContain(AUTHENTIC, "Emitido com o nome errado");
    assertThat(mailbox.one(owner, "foi revogado"))
        .satisfies(
            mail -> {
              assertThat(mail.text()).contains("Motivo: Emitido com o nome errado");
              assertThat(mail.path()).isEqualTo(path);
            });
    assertThat(people.signIn(owner).get(path + ".pdf"))
        .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(409))
        .satisfies(answer -> assertThat(answer.body()).contains("Este certificado foi revogado"));
    assertThat(coordination.get(path + ".pdf").statusCode()).isEqualTo(200);
    assertThat(revoke(coordination, "de novo").statusCode()).isEqualTo(409);
    assertThat(
            jdbc.sql(
                    """
                    SELECT count(*) FROM audit_entry
                     WHERE action = 'certificate.revoked' AND subject_id = :id AND person_id = :owner
                    """)
                .param("id", String.valueOf(certificate.id()))
                .param("owner", owner.id())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    assertThat(certificates.ofEnrollments(List.of(certificate.enrollmentId())).values())
        .noneMatch(Certificate::isInForce);
  }

  @Test
  @DisplayName("lets nobody revoke without a reason, nor others than coordination and school")
  void revocationIsRefused() {
    Visitor school = as(Function.EMASP);

    HttpResponse<String> blank = revoke(school, "  ");
    assertThat(blank.statusCode()).isEqualTo(400);
    assertThat(blank.body()).contains("Escreva o motivo");
    HttpResponse<String> tooLong = revoke(school, "x".repeat(1001));
    assertThat(tooLong.statusCode()).isEqualTo(400);
    assertThat(tooLong.body()).contains("Use até 1.000 caracteres", "x".repeat(1001));
    for (Function function : List.of(Function.AUDITOR, Function.HEAD)) {
      assertThat(revoke(as(function), "porque sim").statusCode()).isEqualTo(403);
    }
    assertThat(revoke(people.signIn(owner), "porque sim").statusCode()).isEqualTo(403);
    assertThat(people.visitor().get(path).body()).contains(AUTHENTIC);
  }

  private Visitor as(Function function) {
    return people.signIn(people.withFunction(function, "svma"));
  }

  private HttpResponse<String> revoke(Visitor visitor, String reason) {
    return visitor.post(path + "/revocation", Map.of("reason", reason));
  }

  private static HttpResponse<String> verify(Visitor visitor, byte[] file) {
    return visitor.postFile("/certificates", Map.of(), "certificado.pdf", file);
  }
}
