package br.gov.sp.prefeitura.redeinfo.workflow.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The reading of a form")
class FormParserTest {

  @Test
  @DisplayName("knows every name that inputs, texts, tables and conditions mention")
  void names() {
    FormModel form =
        FormValidatorTest.form(
            """
            {"type": "text", "text": "Olá {{name}}, {{if late then date else \\"\\"}}"},
            {"type": "table", "dataSource": "=rows", "columns": [{"key": "x"}]},
            {"type": "group", "conditional": {"hide": "=not(open) or level > 2"}, "components": [
              {"type": "select", "key": "body", "label": "Órgão", "valuesKey": "bodies",
               "description": "{{hint}}"}]}
            """);
    assertThat(form.names())
        .contains("name", "late", "date", "rows", "open", "level", "body", "bodies", "hint")
        .doesNotContain("x", "Olá", "text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\": \"filepicker\", \"key\": \"file\"}",
        "{\"type\": \"dynamiclist\", \"path\": \"x\", \"components\": []}",
        "{\"type\": \"iframe\", \"url\": \"https://example.org\"}",
        "{\"type\": \"group\", \"path\": \"x\", \"components\": []}",
        "{\"type\": \"textfield\", \"key\": \"a.b\"}",
        "{\"type\": \"textfield\", \"key\": \"a\", \"readonly\": \"=x\"}",
        "{\"type\": \"textfield\", \"key\": \"a\"}, {\"type\": \"textarea\", \"key\": \"a\"}",
        "{\"type\": \"textfield\", \"key\": \"a\", \"validate\": {\"pattern\": \"(\"}}",
        "{\"type\": \"textfield\", \"key\": \"a\", \"conditional\": {\"hide\": \"=x + 1 > 2\"}}",
        "{\"type\": \"textfield\", \"key\": \"a\", \"conditional\": {\"hide\": \"=count(x) > 2\"}}",
        "{\"type\": \"textfield\", \"key\": \"a\", \"conditional\": {\"hide\": \"=a.b\"}}",
        "{\"type\": \"textfield\", \"key\": \"a\", \"conditional\": {\"hide\": \"=x in [1]\"}}",
        "{\"type\": \"textfield\", \"key\": \"a\", \"conditional\": {\"hide\": \"=(x\"}}",
        "{\"type\": \"textfield\", \"key\": \"a\", \"conditional\": {\"hide\": \"=\"}}",
        "{\"type\": \"textfield\", \"key\": \"a\", \"conditional\": {\"hide\": \"x = 1\"}}",
        "{\"type\": \"select\", \"key\": \"a\", \"valuesExpression\": \"=x[1]\"}",
        "{\"type\": \"documentPreview\", \"key\": \"a\"}",
        "{\"type\": \"textfield\"}",
        "{\"type\": \"textfield\", \"key\": \"a b\"}",
        "{\"type\": \"textfield\", \"key\": \"a\", \"disabled\": \"=x\"}",
        "{\"type\": \"textfield\", \"key\": \"a\", \"validate\": {\"required\": \"=x\"}}",
        "{\"type\": \"textfield\", \"key\": \"a\", \"validate\": {\"maxLength\": \"=x\"}}",
        "{\"type\": \"textfield\", \"key\": \"a\", \"validate\": {\"maxLength\": 1.5}}",
        "{\"type\": \"textfield\", \"key\": \"a\", \"validate\": {\"validationType\": \"x\"}}",
        "{\"type\": \"textfield\", \"key\": \"a\", \"validate\": {\"pattern\": \"(?=a)\"}}",
        "{\"type\": \"number\", \"key\": \"a\", \"validate\": {\"min\": \"=x\"}}",
        "{\"type\": \"number\", \"key\": \"a\", \"decimalDigits\": \"two\"}",
        "{\"type\": \"datetime\", \"key\": \"a\", \"subtype\": \"week\"}",
        "{\"type\": \"datetime\", \"key\": \"a\", \"timeSerializingFormat\": \"x\"}",
        "{\"type\": \"select\", \"key\": \"a\", \"valuesKey\": \"x.y\"}",
        "{\"type\": \"select\", \"key\": \"a\", \"values\": [{\"value\": {\"x\": 1}}]}",
        "{\"type\": \"group\", \"isRepeating\": true, \"components\": []}",
        "{\"type\": \"text\", \"text\": \"x\", \"conditional\": {\"hide\": \"=sum(x) > 1\"}}",
        // What only the browser knows decides nothing.
        "{\"type\": \"expression\", \"key\": \"sum\", \"expression\": \"=1\"},"
            + " {\"type\": \"textfield\", \"key\": \"a\", \"conditional\": {\"hide\": \"=sum1 = 1\"}},"
            + " {\"type\": \"expression\", \"key\": \"sum1\", \"expression\": \"=1\"}",
        "{\"type\": \"textfield\", \"key\": \"a\", \"conditional\": {\"hide\": \"=a = null\"}}",
        "{\"type\": \"checklist\", \"key\": \"b\"},"
            + " {\"type\": \"textfield\", \"key\": \"a\", \"conditional\": {\"hide\": \"=b = null\"}}",
        // What is hidden is not sent.
        "{\"type\": \"textfield\", \"key\": \"b\", \"conditional\": {\"hide\": \"=x\"}},"
            + " {\"type\": \"textfield\", \"key\": \"a\", \"conditional\": {\"hide\": \"=b = null\"}}",
        // Each hidden if the other is empty.
        "{\"type\": \"textfield\", \"key\": \"a\", \"conditional\": {\"hide\": \"=b = \\\"\\\"\"}},"
            + " {\"type\": \"textfield\", \"key\": \"b\", \"conditional\": {\"hide\": \"=a = \\\"\\\"\"}}",
        "not json"
      })
  @DisplayName("refuses what the server could not check")
  void unsupported(String component) {
    byte[] form =
        ("{\"id\": \"f\", \"components\": [" + component + "]}").getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> FormParser.parse(form)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"null", "7", "[]", "\"x\"", "{\"schemaVersion\": 17, \"components\": []}"})
  @DisplayName("refuses what is no form, or a form that this Tasklist cannot show")
  void noForm(String content) {
    assertThatThrownBy(() -> FormParser.parse(content.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("allows a condition on an input that is visible whenever the condition counts")
  void conditionWithinGroup() {
    FormModel form =
        FormValidatorTest.form(
            """
            {"type": "group", "conditional": {"hide": "=off"}, "components": [
              {"type": "checkbox", "key": "a"},
              {"type": "textfield", "key": "b", "conditional": {"hide": "=not(a)"}}]}
            """);
    assertThat(form.inputs()).hasSize(2);
  }

  @Test
  @DisplayName("knows every component of the form-js in Tasklist: supported, or refused")
  void components() {
    List<String> refused = List.of("dynamiclist", "iframe", "default");
    assertThat(
            Stream.of(InputParser.TYPES, FormParser.SHOWING, FormParser.HOLDING, refused)
                .flatMap(Collection::stream))
        .containsExactlyInAnyOrder(
            "textfield",
            "textarea",
            "number",
            "datetime",
            "expression",
            "checkbox",
            "checklist",
            "radio",
            "select",
            "taglist",
            "text",
            "image",
            "table",
            "html",
            "spacer",
            "separator",
            "group",
            "dynamiclist",
            "iframe",
            "button",
            "default");
    assertThat(refused)
        .allSatisfy(
            type -> {
              String form =
                  "{\"components\": [{\"type\": \"%s\", \"key\": \"a\"}]}".formatted(type);
              assertThatThrownBy(() -> FormParser.parse(form.getBytes(StandardCharsets.UTF_8)))
                  .isInstanceOf(IllegalArgumentException.class)
                  .hasMessageContaining(type);
            });
  }
}
