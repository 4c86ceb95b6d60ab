package br.gov.sp.prefeitura.redeinfo.intake.web;

import br.gov.sp.prefeitura.redeinfo.intake.domain.Column;
import br.gov.sp.prefeitura.redeinfo.intake.domain.ListKind;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.web.Csv;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Empty lists with the right headers; the workbook explains them on a second sheet. */
@Controller
@RequestMapping("/imports/templates")
class ListTemplates {

  private static final MediaType XLSX =
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  private static final int COLUMN_WIDTH = 26;
  private static final int EXPLANATION_WIDTH = 90;

  private final LineWords words;

  ListTemplates(LineWords words) {
    this.words = words;
  }

  @GetMapping("/{kind:[a-z]+}.csv")
  ResponseEntity<byte[]> csv(@PathVariable String kind) {
    ListKind list = find(kind);
    return new Csv()
        .row(list.columns().stream().map(words::header).toList())
        .download(fileName(list) + ".csv");
  }

  @GetMapping("/{kind:[a-z]+}.xlsx")
  ResponseEntity<byte[]> workbook(@PathVariable String kind) {
    ListKind list = find(kind);
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(fileName(list) + ".xlsx").build().toString())
        .contentType(XLSX)
        .body(workbook(list));
  }

  private byte[] workbook(ListKind list) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Rede INFO Aberta", "1.0")) {
      Worksheet lines = workbook.newWorksheet(words.text("intake.template.list"));
      Worksheet explanations = workbook.newWorksheet(words.text("intake.template.columns"));
      explanations.width(0, COLUMN_WIDTH);
      explanations.width(2, EXPLANATION_WIDTH);
      List<ExplainedColumn> columns = explain(list);
      for (int i = 0; i < columns.size(); i++) {
        ExplainedColumn column = columns.get(i);
        // As text: numbers would lose their first zeros.
        lines.style(i).format("@").set();
        lines.width(i, COLUMN_WIDTH);
        lines.value(0, i, column.header());
        lines.style(0, i).bold().fillColor("EDF3FC").format("@").set();
        explanations.value(i, 0, column.header());
        explanations.style(i, 0).bold().set();
        explanations.value(
            i, 1, column.required() ? words.text("form.required") : words.text("form.optional"));
        explanations.value(i, 2, column.explanation());
        explanations.style(i, 2).wrapText(true).set();
      }
      lines.freezePane(0, 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The columns in words, for the page too. */
  List<ExplainedColumn> explain(ListKind list) {
    return list.columns().stream()
        .map(
            column ->
                new ExplainedColumn(
                    words.header(column), list.requires(column), explanation(list, column)))
        .toList();
  }

  private String explanation(ListKind list, Column column) {
    String hint = words.text("intake.hint." + list + "." + column);
    String known =
        column.wordKeys().stream().map(words::text).distinct().collect(Collectors.joining(", "));
    return known.isEmpty() ? hint : hint + " " + words.text("intake.hint.words", known);
  }

  private String fileName(ListKind list) {
    return words.text("intake.template.file." + list);
  }

  private static ListKind find(String code) {
    return Arrays.stream(ListKind.values())
        .filter(kind -> kind.code().equals(code))
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("intake.no-such-list"));
  }

  record ExplainedColumn(String header, boolean required, String explanation) {}
}
