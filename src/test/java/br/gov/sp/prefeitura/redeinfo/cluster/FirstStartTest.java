package br.gov.sp.prefeitura.redeinfo.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.support.Endurance;
import br.gov.sp.prefeitura.redeinfo.support.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@Tag(Endurance.TAG)
@DisplayName("Two nodes that start at once")
class FirstStartTest {

  /** Each lists what is there more often than once. */
  private static final List<String> DOUBLED =
      List.of(
          "SELECT name_ FROM act_re_deployment GROUP BY name_ HAVING count(*) > 1",
          "SELECT name_ FROM act_ru_filter GROUP BY name_ HAVING count(*) > 1",
          """
          SELECT resource_type_ || ' ' || resource_id_ FROM act_ru_authorization
           GROUP BY type_, group_id_, resource_type_, resource_id_ HAVING count(*) > 1
          """,
          "SELECT function FROM appointment GROUP BY function HAVING count(*) > 1",
          "SELECT id FROM databasechangelog GROUP BY id, filename HAVING count(*) > 1");

  private static final List<String> MADE =
      List.of(
          "SELECT name_ FROM act_re_deployment",
          "SELECT name_ FROM act_ru_filter",
          "SELECT slug FROM body",
          "SELECT function FROM appointment WHERE function = 'ADMINISTRATOR'");

  static IntStream rounds() {
    return Endurance.rounds(0, 3);
  }

  @ParameterizedTest(name = "round {0}", allowZeroInvocations = true)
  @MethodSource("rounds")
  @DisplayName("on an empty database make everything, and nothing twice")
  void makeEverythingOnce(int round) {
    JdbcConnectionDetails database = TestDatabase.createEmptyDatabase();
    try (Nodes nodes =
        new Nodes(
            database,
            1,
            Path.of("target", "unused-by-nodes"),
            "--spring.profiles.active=production",
            "--rede-info.first-administrator.email=primeira@prefeitura.sp.gov.br")) {
      nodes.ensure(2);
      JdbcClient jdbc =
          JdbcClient.create(
              new DriverManagerDataSource(
                  database.getJdbcUrl(), database.getUsername(), database.getPassword()));
      assertThat(MADE).allSatisfy(sql -> assertThat(list(jdbc, sql)).as(sql).isNotEmpty());
      assertThat(DOUBLED).allSatisfy(sql -> assertThat(list(jdbc, sql)).as(sql).isEmpty());
    }
  }

  private static List<String> list(JdbcClient jdbc, String sql) {
    return jdbc.sql(sql).query(String.class).list();
  }
}
