package br.gov.sp.prefeitura.redeinfo.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.support.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@DisplayName("The documents")
class DocumentationTest {

  private static final Path DOCS = Path.of("docs");
  private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#)([^)#]+)");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  @Test
  @DisplayName("link to what exists")
  void linksResolve() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path document : documents()) {
      for (String target : all(LINK, Files.readString(document))) {
        Path file = Path.of("").resolve(document).resolveSibling(target);
        if (!Files.exists(file)) {
          broken.add(document + ": " + target);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  @DisplayName("list every decision")
  void decisionsAreListed() throws IOException {
    String index = Files.readString(DOCS.resolve("decisions").resolve("README.md"));
    try (Stream<Path> files = Files.list(DOCS.resolve("decisions"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .hasSizeGreaterThan(3)
          .allMatch(name -> name.equals("README.md") || index.contains("(" + name + ")"));
    }
  }

  @Test
  @DisplayName("name every setting of ours with its default")
  void settingsAreDocumented() throws IOException {
    String configuration = Files.readString(DOCS.resolve("configuration.md"));
    List<String> settings = new ArrayList<>();
    for (JsonNode property : metadata().path("properties")) {
      String name = property.path("name").asText();
      if (name.startsWith("rede-info.")) {
        settings.add(name);
        assertThat(configuration).contains("`" + name + "`");
        String value = property.path("defaultValue").asText();
        assertThat(lineOf(configuration, name)).contains(value.isEmpty() ? "" : "`" + value + "`");
      }
    }
    assertThat(settings).hasSizeGreaterThan(10);
  }

  @Test
  @DisplayName("translate to classes, tables and columns that exist")
  void glossaryIsTrue() throws IOException {
    List<String> unknown = new ArrayList<>();
    List<String> sources = sources();
    List<String> schema = schema();
    for (String line : Files.readAllLines(DOCS.resolve("glossary.md"))) {
      String[] cells = line.split("\\|");
      if (cells.length >= 4) {
        all(CODE, cells[2]).stream()
            .filter(word -> sources.stream().noneMatch(source -> source.contains(word)))
            .forEach(unknown::add);
        all(CODE, cells[3]).stream()
            .filter(word -> word.matches("[a-z_]+(\\.[a-z_]+)?") && cells[3].indexOf("group") < 0)
            .filter(word -> !schema.contains(word))
            .forEach(unknown::add);
      }
    }
    assertThat(unknown).isEmpty();
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> docs = Files.walk(DOCS)) {
      return Stream.concat(
              Stream.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")),
              docs.filter(file -> file.toString().endsWith(".md")))
          .toList();
    }
  }

  private static JsonNode metadata() throws IOException {
    try (InputStream in =
        DocumentationTest.class.getResourceAsStream(
            "/META-INF/spring-configuration-metadata.json")) {
      return new ObjectMapper().readTree(in);
    }
  }

  private static String lineOf(String text, String name) {
    return text.lines().filter(line -> line.contains("`" + name + "`")).findFirst().orElse("");
  }

  private static List<String> sources() throws IOException {
    List<String> sources = new ArrayList<>();
    for (String folder : List.of("src/main/java", "processes")) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          sources.add(file.getFileName() + "\n" + Files.readString(file));
        }
      }
    }
    return sources;
  }

  private static List<String> schema() {
    JdbcConnectionDetails details = TestDatabase.createDatabase();
    return JdbcClient.create(
            new DriverManagerDataSource(
                details.getJdbcUrl(), details.getUsername(), details.getPassword()))
        .sql(
            """
            SELECT DISTINCT unnest(ARRAY[table_name, table_name || '.' || column_name])
            FROM information_schema.columns WHERE table_schema = 'public'
            """)
        .query(String.class)
        .list();
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1)).toList();
  }
}
