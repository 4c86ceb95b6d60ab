package br.gov.sp.prefeitura.redeinfo.shared.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.support.EvidenceFiles;
import br.gov.sp.prefeitura.redeinfo.support.HostileFiles.HostileFile;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ByteArrayResource;

@DisplayName("A file that somebody sends")
class FileCheckTest {

  private static final long LIMIT = 10 * 1024 * 1024;

  private final FileCheck check = new FileCheck();

  static List<EvidenceFiles.Sent> good() {
    return EvidenceFiles.good();
  }

  static Stream<HostileFile> hostile() {
    return EvidenceFiles.hostile();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("good")
  @DisplayName("is taken as what its name and its content say")
  void isTaken(EvidenceFiles.Sent sent) {
    CheckedFile file = check.check(sent.name(), new ByteArrayResource(sent.content()), LIMIT);

    String ending = sent.name().substring(sent.name().lastIndexOf('.') + 1).toLowerCase();
    assertThat(file.kind().endings()).contains(ending);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  @DisplayName("is refused in less than two seconds if it is anything else")
  void isRefused(HostileFile file) {
    long began = System.nanoTime();
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class,
            () -> check.check(file.name(), new ByteArrayResource(file.content()), LIMIT));

    assertThat(refusal).as("refused").isNotNull();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
    assertThat(refusal.kind()).isEqualTo(kind(file.status()));
    assertThat(refusal.violations().get(0).field()).isEqualTo("file");
    if (file.code() != null) {
      assertThat(refusal.violations().get(0).code()).isEqualTo(file.code());
    }
  }

  private static Refusal.Kind kind(int status) {
    return switch (status) {
      case 413 -> Refusal.Kind.TOO_LARGE;
      case 415 -> Refusal.Kind.UNSUPPORTED;
      default -> Refusal.Kind.INVALID;
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          relatório final.pdf               | relatório final.pdf
          ../../etc/passwd.pdf              | passwd.pdf
          C:\\fotos\\praça.PDF              | praça.pdf
          foto.php.pdf                      | foto-php.pdf
          .htaccess.pdf                     | htaccess.pdf
          .pdf                              | pdf.pdf
          a"; filename="b.exe.pdf           | a-- filename=-b-exe.pdf
          """)
  @DisplayName("keeps of its name what is harmless")
  void nameIsCleaned(String sent, String kept) {
    assertThat(FileName.of(sent).orElseThrow()).hasToString(kept);
  }

  @Test
  @DisplayName("loses characters of its name that nobody sees or that turn the text around")
  void invisibleCharactersGo() {
    assertThat(FileName.of("fatura\u202Efdp.exe\u0000\r\n\u200B.pdf").orElseThrow())
        .hasToString("faturafdp-exe.pdf");
    assertThat(FileName.of("a".repeat(300) + ".pdf").orElseThrow().toString()).hasSize(104);
  }
}
