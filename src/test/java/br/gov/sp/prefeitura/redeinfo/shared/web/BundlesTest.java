package br.gov.sp.prefeitura.redeinfo.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The texts")
class BundlesTest {

  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Path BUNDLES = RESOURCES.resolve("i18n");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([0-9A-Za-z]+)");

  /** {@code #{key}} and {@code #{key(…)}} in templates. */
  private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([a-z][\\w.-]*)[}(]");

  private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");

  private static final Pattern REFUSAL =
      Pattern.compile(
          "(?:Refusal\\s*\\.\\s*(?:invalid|forbidden|notFound|conflict)|Violation\\s*\\.\\s*of)"
              + "\\(\\s*\"([^\"]+)\"|(?:invalidField|Violation\\s*\\.\\s*at)\\([^\"]*\"[^\"]*\",\\s*\"([^\"]+)\"");

  static List<Path> portuguese() throws IOException {
    try (Stream<Path> files = Files.list(BUNDLES)) {
      List<Path> bundles =
          files
              .filter(file -> file.toString().endsWith(".properties"))
              .filter(file -> !file.toString().endsWith("_en.properties"))
              .sorted()
              .toList();
      assertThat(bundles).isNotEmpty();
      return bundles;
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("portuguese")
  @DisplayName("are the same in both languages, with the same values to fill in")
  void areInStep(Path bundle) throws IOException {
    Properties portuguese = read(bundle);
    Properties english = read(Path.of(bundle.toString().replace(".properties", "_en.properties")));

    assertThat(english.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(portuguese.stringPropertyNames());
    for (String key : portuguese.stringPropertyNames()) {
      assertThat(placeholders(english.getProperty(key)))
          .as(key)
          .isEqualTo(placeholders(portuguese.getProperty(key)));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("portuguese")
  @DisplayName("are named in the configuration, or nobody would read them")
  void areConfigured(Path bundle) throws IOException {
    String name = bundle.getFileName().toString().replace(".properties", "");
    assertThat(Files.readString(RESOURCES.resolve("application.yml"))).contains("i18n/" + name);
  }

  @Test
  @DisplayName("with numbered values to fill in are well formed")
  void areWellFormed() throws IOException {
    for (Map.Entry<String, String> text : all().entrySet()) {
      if (text.getValue().matches("(?s).*\\{[0-9].*")) {
        assertThat(
                new MessageFormat(text.getValue(), Locale.ROOT).format(new Object[] {2, 2, 2, 2}))
            .as(text.getKey())
            .isNotBlank();
      }
    }
  }

  @Test
  @DisplayName("are there for every key that a template names")
  void coverTemplates() throws IOException {
    Set<String> keys = all().keySet();
    Set<String> missing = new TreeSet<>();
    int named = 0;
    for (Path template : files(RESOURCES.resolve("templates"), ".html")) {
      String text = COMMENT.matcher(Files.readString(template)).replaceAll("");
      Matcher key = IN_TEMPLATE.matcher(text);
      while (key.find()) {
        named++;
        if (!keys.contains(key.group(1))) {
          missing.add(template.getFileName() + ": " + key.group(1));
        }
      }
    }
    assertThat(named).isGreaterThan(100);
    assertThat(missing).isEmpty();
  }

  @Test
  @DisplayName("are there for every refusal in the code")
  void coverRefusals() throws IOException {
    Set<String> keys = all().keySet();
    Set<String> missing = new TreeSet<>();
    int named = 0;
    for (Path source : files(Path.of("src/main/java"), ".java")) {
      Matcher code = REFUSAL.matcher(Files.readString(source));
      while (code.find()) {
        named++;
        String found = code.group(1) != null ? code.group(1) : code.group(2);
        // A code put together at run time ends with the dot that its last part follows.
        boolean covered =
            found.endsWith(".") || found.endsWith("-")
                ? keys.stream().anyMatch(key -> key.startsWith("refusal." + found))
                : keys.contains("refusal." + found);
        if (!covered) {
          missing.add(source.getFileName() + ": " + found);
        }
      }
    }
    assertThat(named).isGreaterThan(20);
    assertThat(missing).isEmpty();
  }

  @Test
  @DisplayName("name each text once: of two the one in the bundle that is asked later hides")
  void nameTextsOnce() throws IOException {
    Set<String> named = new TreeSet<>();
    Set<String> again = new TreeSet<>();
    for (Path bundle : portuguese()) {
      read(bundle).stringPropertyNames().stream()
          .filter(key -> !named.add(key))
          .forEach(again::add);
    }
    assertThat(again).isEmpty();
  }

  private static Map<String, String> all() throws IOException {
    Map<String, String> texts = new HashMap<>();
    for (Path bundle : portuguese()) {
      Properties properties = read(bundle);
      properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
    }
    return texts;
  }

  private static Set<String> placeholders(String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = PLACEHOLDER.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static Properties read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }

  private static List<Path> files(Path root, String suffix) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return new ArrayList<>(all.filter(file -> file.toString().endsWith(suffix)).toList());
    }
  }
}
