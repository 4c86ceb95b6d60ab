package br.gov.sp.prefeitura.redeinfo.workflow.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        "not json"
      })
  @DisplayName("refuses what the server could not check")
  void unsupported(String component) {
    byte[] form =
        ("{\"id\": \"f\", \"components\": [" + component + "]}").getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> FormParser.parse(form)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          =true                                  | true
          =flag                                  | true
          =not(flag)                             | false
          =number = 2                            | true
          =number = 2.0                          | true
          =number != 3                           | true
          =number > 2                            | false
          =number >= 2 and number < 3            | true
          =text = "a b"                          | true
          =text != "a b"                         | false
          =text < "b"                            | true
          =missing = null                        | true
          =missing != "x"                        | true
          =missing = false                       | false
          =missing                               | false
          =missing > 1                           | false
          =number = "2"                          | false
          =number != "2"                         | false
          =flag and missing                      | false
          =flag or missing                       | true
          =not(missing)                          | false
          =false or (flag and number = 2)        | true
          =flag or false and false               | true
          =(flag or false) and false             | false
          =number = -2                           | false
          =text = "say \\"hi\\""                 | false
          """)
  @DisplayName("evaluates conditions like the browser, null being no")
  void conditions(String expression, boolean holds) {
    assertThat(
            FeelParser.parse(expression)
                .holds(
                    name ->
                        switch (name) {
                          case "flag" -> true;
                          case "number" -> 2;
                          case "text" -> "a b";
                          default -> null;
                        }))
        .isEqualTo(holds);
  }
}
