package br.gov.sp.prefeitura.redeinfo.certificate.domain;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.certificate.Certificates.CertificateFacts;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.Pdfs;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

@IntegrationTest
@DisplayName("A certificate on paper")
class CertificatePaperTest {

  private static final CertificateCode CODE = new CertificateCode("7K2M9XQ40ABCDEFG");
  private static final Instant ISSUED = Instant.parse("2017-12-01T02:30:00Z");

  @Autowired CertificatePaper paper;

  @Value("${rede-info.base-url}")
  String baseUrl;

  @Test
  @DisplayName("says name, course, hours, period, attendance, content, unit and code")
  void saysEverything() {
    String text = Pdfs.line(print("Ana Souza", "Formação em Acesso à Informação", "LAI\nSigilo"));

    assertThat(text)
        .contains("Certificamos que Ana Souza concluiu Formação em Acesso à Informação")
        .contains("Realização: de 05/06/2017 a 26/06/2017")
        .contains("Carga horária: 16 horas e 30 minutos · Frequência: 92%")
        .contains("Escola Municipal de Administração Pública de São Paulo, 01/12/2017.")
        .contains("7K2M-9XQ4-0ABC-DEFG")
        .contains(baseUrl + "/certificates/7K2M-9XQ4-0ABC-DEFG")
        .contains("Conteúdo programático LAI Sigilo");
  }

  @Test
  @DisplayName("is accepted by veraPDF as PDF/A-2a and PDF/UA-1, with and without a back")
  void isForKeeping() {
    Pdfs.assertForKeeping(print("Ana Souza", "Acesso à Informação", "Módulo 1\nMódulo 2"));
    Pdfs.assertForKeeping(print("Ana Souza", "Acesso à Informação", null));
  }

  @Test
  @DisplayName("carries a QR code that leads to the page that verifies it")
  void qrCodeReads() throws Exception {
    try (PDDocument document = Loader.loadPDF(print("Ana Souza", "Acesso", null))) {
      BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 150);
      BinaryBitmap seen =
          new BinaryBitmap(
              new HybridBinarizer(
                  new RGBLuminanceSource(
                      page.getWidth(),
                      page.getHeight(),
                      page.getRGB(
                          0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth()))));
      assertThat(new QRCodeReader().decode(seen).getText())
          .isEqualTo(baseUrl + "/certificates/" + CODE);
    }
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("shows a name as it is, whatever it looks like")
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "<script>alert(1)</script>|<script>alert(1)</script>",
        "<img src=\"http://127.0.0.1/x\"/>|<img src=\"http://127.0.0.1/x\"/>",
        "&lt;b&gt;|&lt;b&gt;",
        "=1+1|=1+1",
        "${7*7} [[${7*7}]]|${7*7} [[${7*7}]]",
        "D'Ávila Muñoz-Ørsted|D'Ávila Muñoz-Ørsted",
        "Иван Ελένη|Иван Ελένη",
        "Ana \uD83D\uDE00 Souza|Ana ? Souza",
        "Ana \u202Eazuos|Ana azuos",
        "Ana\u0000\u0007\uFFFE Souza|Ana Souza",
      })
  void hostileNames(String name, String shown) {
    byte[] pdf = print(name, "Acesso à Informação", null);

    assertThat(Pdfs.line(pdf)).contains("Certificamos que " + shown + " concluiu");
    Pdfs.assertForKeeping(pdf);
  }

  @Test
  @DisplayName("keeps long names, titles and contents whole, the front on one page")
  void longTexts() {
    String name = "Maria Aparecida ".repeat(12).strip();
    String title = "Formação continuada em transparência ".repeat(4).strip();
    String content = ("Tema: " + "acesso à informação ".repeat(10) + "\n").repeat(18).strip();

    byte[] pdf = print(name, title, content);

    assertThat(Pdfs.line(pdf)).contains(name).contains(title).contains("Verso do certificado");
    assertThat(Pdfs.pages(print(name, title, null))).isEqualTo(1);
    assertThat(pdf.length).isLessThan(200_000);
  }

  private byte[] print(String name, String title, String content) {
    return paper.print(
        CODE,
        new CertificateFacts(
            1,
            1,
            1,
            name,
            title,
            990,
            LocalDate.of(2017, 6, 5),
            LocalDate.of(2017, 6, 26),
            content,
            92,
            "Escola Municipal de Administração Pública de São Paulo"),
        ISSUED);
  }
}
