package br.gov.sp.prefeitura.redeinfo.certificate.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The code of a certificate")
class CertificateCodeTest {

  @ParameterizedTest
  @DisplayName("is read however it is typed")
  @ValueSource(
      strings = {
        "7K2M-9XQ4-0ABC-1EFG",
        "7k2m9xq40abc1efg",
        " 7K2M 9XQ4 0ABC 1EFG ",
        "7K2M–9XQ4—0ABC‑1EFG",
        "7K2M-9XQ4-OABC-IEFG",
        "7K2M-9XQ4-oabc-lefg",
      })
  void isForgiving(String typed) {
    assertThat(CertificateCode.parse(typed))
        .hasValueSatisfying(code -> assertThat(code).hasToString("7K2M-9XQ4-0ABC-1EFG"));
  }

  @ParameterizedTest
  @DisplayName("is none if a sign is missing, too many or unknown")
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        "7K2M-9XQ4-0ABC-1EF",
        "7K2M-9XQ4-0ABC-1EFGH",
        "7K2M-9XQ4-0ABC-1EFU",
        "7K2M_9XQ4_0ABC_1EFG",
        "٧K2M-9XQ4-0ABC-1EFG",
        "7K2M-9XQ4-0ABC-1EF\u0000"
      })
  void isNone(String typed) {
    assertThat(CertificateCode.parse(typed)).isEmpty();
    assertThat(CertificateCode.parse("7".repeat(100_000))).isEmpty();
  }

  @Test
  @DisplayName("is drawn from all of its alphabet, and never the same")
  void isRandom() {
    Set<CertificateCode> codes = new HashSet<>();
    Set<Integer> signs = new HashSet<>();
    IntStream.range(0, 1000)
        .mapToObj(i -> CertificateCode.random())
        .forEach(
            code -> {
              codes.add(code);
              code.stored().chars().forEach(signs::add);
              assertThat(CertificateCode.parse(code.toString())).contains(code);
            });

    assertThat(codes).hasSize(1000);
    assertThat(signs).hasSize(32);
  }
}
