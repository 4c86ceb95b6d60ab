package br.gov.sp.prefeitura.redeinfo.shared.database;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Starts PostgreSQL inside the application when no {@code spring.datasource.url} is set, so that a
 * bare machine needs no database server. The pool hangs on these beans, so Spring closes them last.
 */
@Configuration
@ConditionalOnExpression("'${spring.datasource.url:}'.isEmpty()")
class EmbeddedDatabaseConfiguration {

  @Bean(destroyMethod = "close")
  @ConditionalOnMissingBean(JdbcConnectionDetails.class)
  EmbeddedPostgresServer embeddedPostgresServer(EmbeddedDatabaseProperties properties) {
    return EmbeddedPostgresServer.start(properties);
  }

  @Bean(destroyMethod = "close")
  @ConditionalOnBean(EmbeddedPostgresServer.class)
  PostgresWatchdog postgresWatchdog(EmbeddedPostgresServer server, ApplicationContext context) {
    return new PostgresWatchdog(
        server,
        () ->
            new Thread(() -> System.exit(SpringApplication.exit(context, () -> 1)), "no-database")
                .start());
  }

  @Bean
  @ConditionalOnMissingBean
  JdbcConnectionDetails embeddedConnectionDetails(EmbeddedPostgresServer server) {
    return server.connectionDetails();
  }
}
