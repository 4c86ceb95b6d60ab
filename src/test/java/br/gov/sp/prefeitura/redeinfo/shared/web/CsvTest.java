package br.gov.sp.prefeitura.redeinfo.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A table for spreadsheets")
class CsvTest {

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "=1+1",
        "+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "  =1",
        "\uFF1D1"
      })
  @DisplayName("holds no cell that a spreadsheet would run as a formula")
  void holdsNoFormula(String text) {
    assertThat(Csv.cell(text)).matches("(?s)^\"?'.*");
  }

  @Test
  @DisplayName("keeps numbers as they are, negative ones too")
  void keepsNumbers() {
    assertThat(Csv.cell(-3)).isEqualTo("-3");
  }

  @Test
  @DisplayName("quotes what would end a cell or a row")
  void quotes() {
    assertThat(Csv.cell("a;b")).isEqualTo("\"a;b\"");
    assertThat(Csv.cell("dito \"assim\"")).isEqualTo("\"dito \"\"assim\"\"\"");
    assertThat(Csv.cell("uma\nduas")).isEqualTo("\"uma\nduas\"");
    assertThat(Csv.cell("São Paulo, capital")).isEqualTo("São Paulo, capital");
  }

  @Test
  @DisplayName("is UTF-8 with a byte order mark, semicolons and lines ended as spreadsheets expect")
  void isReadableBySpreadsheets() {
    byte[] file = new Csv().row("Órgão", null, 4).download("x.csv").getBody();

    assertThat(new String(file, StandardCharsets.UTF_8)).isEqualTo("\uFEFFÓrgão;;4\r\n");
  }
}
