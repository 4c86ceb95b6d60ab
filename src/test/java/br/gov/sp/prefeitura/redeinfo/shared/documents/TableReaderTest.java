package br.gov.sp.prefeitura.redeinfo.shared.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.support.HostileFiles;
import br.gov.sp.prefeitura.redeinfo.support.HostileFiles.HostileFile;
import br.gov.sp.prefeitura.redeinfo.support.Workbooks;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Tables in files")
class TableReaderTest {

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final TableLimits LIMITS = new TableLimits(100, 20, 200, 4 * 1024 * 1024);

  static Stream<Arguments> ways() {
    String semicolons = "Nome;Órgão\r\nJoão Conceição;SVMA\r\n";
    return Stream.of(
        arguments("UTF-8", semicolons.getBytes(StandardCharsets.UTF_8)),
        arguments("UTF-8 with its mark", ("\uFEFF" + semicolons).getBytes(StandardCharsets.UTF_8)),
        arguments("Windows-1252, as Excel saves", semicolons.getBytes(WINDOWS)),
        arguments("commas", utf8("Nome,Órgão\nJoão Conceição,SVMA\n")),
        arguments("tabulators", utf8("Nome\tÓrgão\nJoão Conceição\tSVMA")),
        arguments("quotes", utf8("\"Nome\";\"Órgão\"\n\"João Conceição\";\"SVMA\"\n")),
        arguments("empty lines around", utf8("\n\nNome;Órgão\n;;\nJoão Conceição;SVMA\n;\n")),
        arguments("cells that are missing", utf8("Nome;Órgão;RF\nJoão Conceição;SVMA\n")),
        arguments(
            "composed and decomposed letters",
            utf8("Nome;Órgão\nJoa\u0303o Conceic\u0327a\u0303o;SVMA")),
        arguments("spaces that do not break", utf8("Nome;Órgão\nJoão\u00A0 Conceição ;\u200BSVMA")),
        arguments(
            "a workbook",
            Workbooks.of(List.of(List.of("Nome", "Órgão"), List.of("João Conceição", "SVMA")))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ways")
  @DisplayName("are read however they were saved")
  void areRead(String title, byte[] content) {
    Table table = TableReader.read(content[0] == 'P' ? "lista.xlsx" : "Lista.CSV", content, LIMITS);

    assertThat(table.header().subList(0, 2)).containsExactly("Nome", "Órgão");
    assertThat(table.rows()).hasSize(1);
    assertThat(table.rows().get(0).cells().subList(0, 2)).containsExactly("João Conceição", "SVMA");
  }

  @Test
  @DisplayName("count their lines as the person's program does")
  void countLines() {
    assertThat(TableReader.read("a.csv", utf8("A;B\n1;\"x\ny\"\n\n2;z\n"), LIMITS).rows())
        .extracting(Table.Row::line)
        .containsExactly(2, 5);
    assertThat(
            TableReader.read(
                    "a.xlsx", Workbooks.of(List.of(List.of("A"), List.of(), List.of("1"))), LIMITS)
                .rows())
        .extracting(Table.Row::line)
        .containsExactly(3);
  }

  @Test
  @DisplayName("give numbers and days of a workbook as people read them")
  void numbersAndDays() {
    byte[] workbook =
        Workbooks.of(
            List.of(
                List.of("RF", "Desde", "Nota"),
                Arrays.asList(1234567, LocalDate.of(2017, 6, 9), 1.5)));

    assertThat(TableReader.read("a.xlsx", workbook, LIMITS).rows().get(0).cells())
        .containsExactly("1234567", "2017-06-09", "1.5");
  }

  @Test
  @DisplayName("say what a formula last showed, and evaluate none")
  void formulas() {
    byte[] workbook =
        Workbooks.tampered(
            Workbooks.of(List.of(List.of("RF"), List.of(7))),
            "xl/worksheets/sheet1.xml",
            xml -> xml.replace("<v>7</v>", "<f>WEBSERVICE(\"http://127.0.0.1\")</f><v>42</v>"));

    assertThat(TableReader.read("a.xlsx", workbook, LIMITS).rows().get(0).cells())
        .containsExactly("42");
  }

  static Stream<HostileFile> hostile() {
    return HostileFiles.all(LIMITS);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  @DisplayName("are refused in words when they are not what they should be")
  void areRefused(HostileFile file) {
    assertThatThrownBy(() -> TableReader.read(file.name(), file.content(), LIMITS))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.violations())
                  .singleElement()
                  .extracting("field")
                  .isEqualTo("file");
              assertThat(refusal.getMessage()).isEqualTo(file.code());
            });
  }

  @Test
  @DisplayName("never fail otherwise, whatever is in the file")
  void neverFailOtherwise() {
    Random random = new Random(20170518);
    byte[] workbook =
        Workbooks.of(List.of(List.of("Nome", "RF"), List.of("João", 1234567), List.of("x", 2)));
    byte[] csv = utf8("Nome;RF\n\"João\";1234567\nx;2\n");
    for (int i = 0; i < 3000; i++) {
      byte[] content = (i % 2 == 0 ? workbook : csv).clone();
      for (int change = random.nextInt(6); change >= 0; change--) {
        content[random.nextInt(content.length)] = (byte) random.nextInt(256);
      }
      try {
        TableReader.read(i % 2 == 0 ? "a.xlsx" : "a.csv", content, LIMITS);
      } catch (Refusal refusal) {
        assertThat(refusal.violations()).isNotEmpty();
      }
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
