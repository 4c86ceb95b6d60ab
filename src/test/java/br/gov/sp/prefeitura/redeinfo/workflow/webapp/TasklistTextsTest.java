package br.gov.sp.prefeitura.redeinfo.workflow.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Tasklist's Portuguese")
class TasklistTextsTest {

  private static final String LOCALES = "META-INF/resources/webjars/camunda/app/tasklist/locales/";
  private static final Pattern PARAMETER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");
  private final ObjectMapper json = new ObjectMapper();

  @Test
  @DisplayName("has every text that Tasklist has in English, with the same parameters")
  void hasEveryText() throws IOException {
    JsonNode english = camundas("en.json").get("labels");
    JsonNode portuguese = ours("pt-BR.json").get("labels");

    List<String> wrong = new ArrayList<>();
    english
        .fieldNames()
        .forEachRemaining(
            key -> {
              JsonNode text = portuguese.get(key);
              if (text == null
                  || (text.asText().isBlank()
                      && !english.get(key).asText().isBlank()
                      && !key.startsWith("BANNER_"))
                  || !parameters(english.get(key)).containsAll(parameters(text))) {
                wrong.add(key);
              }
            });

    assertThat(english.size()).isGreaterThan(400);
    assertThat(wrong).isEmpty();
  }

  @Test
  @DisplayName("writes days before months")
  void writesDaysBeforeMonths() throws IOException {
    assertThat(ours("pt-BR.json").at("/dateLocales/longDateFormat/LLL").asText())
        .isEqualTo("DD/MM/YYYY HH:mm");
  }

  private static Set<String> parameters(JsonNode text) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = PARAMETER.matcher(text.asText());
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  private JsonNode ours(String name) throws IOException {
    return read(
        found(name).stream()
            .filter(url -> url.getProtocol().equals("file"))
            .findFirst()
            .orElseThrow());
  }

  private JsonNode camundas(String name) throws IOException {
    return read(
        found(name).stream()
            .filter(url -> url.getProtocol().equals("jar"))
            .findFirst()
            .orElseThrow());
  }

  private List<URL> found(String name) throws IOException {
    return Collections.list(getClass().getClassLoader().getResources(LOCALES + name));
  }

  private JsonNode read(URL url) throws IOException {
    try (InputStream stream = url.openStream()) {
      String text = new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      return json.readTree(text.replace("\uFEFF", ""));
    }
  }
}
