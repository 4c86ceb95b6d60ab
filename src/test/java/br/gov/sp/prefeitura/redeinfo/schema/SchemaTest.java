package br.gov.sp.prefeitura.redeinfo.schema;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.support.TestDatabase;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@DisplayName("The change log")
class SchemaTest {

  private static final String COLUMNS =
      """
      SELECT table_name || '.' || column_name || ' ' || data_type || ' '
             || coalesce(character_maximum_length::text, '') || ' ' || is_nullable
      FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name LIKE 'act\\_%'
      ORDER BY 1
      """;

  private static final String INDEXES =
      """
      SELECT tablename || ' ' || indexdef FROM pg_indexes
      WHERE schemaname = 'public' AND tablename LIKE 'act\\_%' AND indexname NOT LIKE '%\\_pkey'
      ORDER BY 1
      """;

  private static final String TABLES_WITHOUT_PRIMARY_KEY =
      """
      SELECT tablename FROM pg_tables t
      WHERE schemaname = 'public' AND tablename NOT LIKE 'act\\_%'
        AND tablename NOT LIKE 'databasechangelog%'
        AND NOT EXISTS (
          SELECT 1 FROM pg_constraint c
          WHERE c.conrelid = t.tablename::regclass AND c.contype = 'p')
      """;

  private static final String TIMES_WITHOUT_ZONE =
      """
      SELECT table_name || '.' || column_name FROM information_schema.columns
      WHERE table_schema = 'public' AND data_type = 'timestamp without time zone'
        AND table_name NOT LIKE 'act\\_%' AND table_name NOT LIKE 'databasechangelog%'
      """;

  @Test
  @DisplayName("gives the engine the very tables and indexes that the engine would make itself")
  void equalsTheEnginesOwnSchema() {
    JdbcConnectionDetails ours = TestDatabase.createDatabase();
    JdbcConnectionDetails theirs = TestDatabase.createEmptyDatabase();
    engine(theirs, ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE).close();

    List<String> columns = list(ours, COLUMNS);
    assertThat(columns).hasSizeGreaterThan(500).containsExactlyElementsOf(list(theirs, COLUMNS));
    List<String> indexes = list(ours, INDEXES);
    assertThat(indexes).hasSizeGreaterThan(100).containsExactlyElementsOf(list(theirs, INDEXES));
  }

  @Test
  @DisplayName("passes the engine's own check of its schema")
  void passesTheEnginesCheck() {
    ProcessEngine engine =
        engine(TestDatabase.createDatabase(), ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);

    assertThat(engine.getManagementService().getProperties())
        .containsEntry("schema.version", "fox");
    engine.close();
  }

  @Test
  @DisplayName("keeps times with their zone, and a primary key in each of our tables")
  void keepsOurConventions() {
    JdbcConnectionDetails ours = TestDatabase.createDatabase();

    assertThat(list(ours, TIMES_WITHOUT_ZONE)).isEmpty();
    assertThat(list(ours, TABLES_WITHOUT_PRIMARY_KEY)).isEmpty();
    assertThat(list(ours, "SELECT filename FROM databasechangelog WHERE filename LIKE 'db/%'"))
        .isNotEmpty();
  }

  private static ProcessEngine engine(JdbcConnectionDetails database, String schemaUpdate) {
    StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
    configuration.setProcessEngineName("schema-" + schemaUpdate);
    configuration.setJdbcUrl(database.getJdbcUrl());
    configuration.setJdbcDriver("org.postgresql.Driver");
    configuration.setJdbcUsername(database.getUsername());
    configuration.setJdbcPassword(database.getPassword());
    configuration.setDatabaseSchemaUpdate(schemaUpdate);
    configuration.setMetricsEnabled(false);
    configuration.setDbMetricsReporterActivate(false);
    configuration.setJobExecutorActivate(false);
    configuration.setHistoryTimeToLive("P1D");
    return configuration.buildProcessEngine();
  }

  private static List<String> list(JdbcConnectionDetails database, String sql) {
    return JdbcClient.create(
            new DriverManagerDataSource(
                database.getJdbcUrl(), database.getUsername(), database.getPassword()))
        .sql(sql)
        .query(String.class)
        .list();
  }
}
