package br.gov.sp.prefeitura.redeinfo.privacy.domain;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.shared.privacy.Retention;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
@DisplayName("Personal data")
class RetentionTest {

  private static final Path COLUMNS = Path.of("src/test/resources/privacy/columns.txt");

  /** What a column can be that needs no time to live of its own; see columns.txt. */
  private static final Set<String> WITHOUT_KIND = Set.of("code", "public", "passing", "secret");

  @Autowired List<Retention> retentions;
  @Autowired PrivacyProperties properties;
  @Autowired MessageSource messages;
  @Autowired JdbcClient jdbc;

  @Test
  @DisplayName("of every kind has a time to live, a name, a reason and a line in the documentation")
  void everyKindIsComplete() throws IOException {
    String documentation = Files.readString(Path.of("docs/privacy.md"));
    Set<String> kinds = retentions.stream().map(Retention::kind).collect(Collectors.toSet());
    List<String> missing = new ArrayList<>();
    for (String kind : kinds) {
      if (!documentation.contains("| `" + kind + "` | `" + properties.keep().get(kind) + "`")) {
        missing.add(kind + " in docs/privacy.md, with its period " + properties.keep().get(kind));
      }
      for (String language : List.of("pt-BR", "en")) {
        for (String key : List.of("privacy.kind." + kind, "privacy.why." + kind)) {
          if (messages.getMessage(key, null, null, Locale.forLanguageTag(language)) == null) {
            missing.add(key + " in " + language);
          }
        }
      }
    }
    assertThat(missing).isEmpty();
    assertThat(properties.keep().keySet()).as("kinds with a period").containsAll(kinds);
  }

  @Test
  @DisplayName("can stand in no column that nobody has decided about")
  void everyColumnIsDecided() throws IOException {
    Map<String, String> decided = decisions();
    Set<String> there =
        new TreeSet<>(
            jdbc.sql(
                    """
                    SELECT table_name || '.' || column_name FROM information_schema.columns
                      JOIN information_schema.tables USING (table_schema, table_name)
                     WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
                       AND table_name NOT LIKE 'act\\_%' AND table_name NOT LIKE 'databasechangelog%'
                       AND data_type NOT IN ('bigint', 'integer', 'smallint', 'boolean', 'date',
                             'timestamp with time zone', 'uuid')
                    """)
                .query(String.class)
                .list());
    assertThat(decided.keySet()).as("columns.txt").containsAll(there);
    Set<String> kinds = new TreeSet<>(WITHOUT_KIND);
    kinds.addAll(properties.keep().keySet());
    assertThat(kinds).as("kinds that columns.txt names").containsAll(decided.values());
  }

  private static Map<String, String> decisions() throws IOException {
    Map<String, String> decided = new TreeMap<>();
    String table = null;
    for (String line : Files.readAllLines(COLUMNS, StandardCharsets.UTF_8)) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] words = line.strip().split("\\s+");
      table = words[0];
      for (int i = 2; i < words.length; i++) {
        decided.put(table + "." + words[i], words[1]);
      }
    }
    return decided;
  }
}
