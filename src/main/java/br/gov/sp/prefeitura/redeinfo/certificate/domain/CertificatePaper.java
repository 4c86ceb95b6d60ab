package br.gov.sp.prefeitura.redeinfo.certificate.domain;

import br.gov.sp.prefeitura.redeinfo.certificate.Certificates.CertificateFacts;
import br.gov.sp.prefeitura.redeinfo.shared.documents.PdfDocuments;
import br.gov.sp.prefeitura.redeinfo.shared.documents.QrCode;
import br.gov.sp.prefeitura.redeinfo.shared.documents.QrPicture;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Sets a certificate on paper. In Portuguese, whoever asks: it is a document of the city. */
@Component
class CertificatePaper {

  private static final Locale PORTUGUESE = Locale.forLanguageTag("pt-BR");

  private final PdfDocuments documents;
  private final CertificateWords words;
  private final String baseUrl;

  CertificatePaper(
      PdfDocuments documents,
      CertificateWords words,
      @Value("${rede-info.base-url}") String baseUrl) {
    this.documents = documents;
    this.words = words;
    this.baseUrl = baseUrl.replaceAll("/+$", "");
  }

  byte[] print(CertificateCode code, CertificateFacts facts, Instant issuedAt) {
    String address = baseUrl + "/certificates/" + code;
    return documents.render(
        "certificate",
        PORTUGUESE,
        Map.of(
            "facts", facts,
            "code", code.toString(),
            "address", address,
            "qr", QrPicture.of(QrCode.of(address)),
            "sentence", words.sentence(facts, PORTUGUESE),
            "issuedOn", words.day(issuedAt.atZone(SaoPaulo.ZONE).toLocalDate(), PORTUGUESE),
            "content", paragraphs(facts.content()),
            "nameSize", size(facts.personName(), 28, 22, 16, 12),
            "courseSize", size(facts.courseTitle(), 18, 16, 14, 12)));
  }

  private static List<String> paragraphs(String content) {
    return content == null
        ? List.of()
        : content.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  /** In points: what is long is set smaller, so that the front of the paper holds it. */
  private static int size(String text, int usual, int long_, int longer, int longest) {
    int length = text.codePointCount(0, text.length());
    if (length <= 36) {
      return usual;
    }
    return length <= 60 ? long_ : length <= 100 ? longer : longest;
  }
}
