package br.gov.sp.prefeitura.redeinfo.support;

import br.gov.sp.prefeitura.redeinfo.shared.database.EmbeddedPostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.util.FileSystemUtils;

/**
 * One real PostgreSQL per JVM, one fresh database per application context: a copy of one that the
 * change log was run on once.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

  private static final AtomicInteger DATABASES = new AtomicInteger();

  /** Whether an application hangs on the server, so that Spring's shutdown hook runs. */
  private static volatile boolean serves;

  @Bean
  JdbcConnectionDetails testConnectionDetails() {
    serves = true;
    return createDatabase();
  }

  /** A new database with the whole schema and no data but what the change log brings. */
  public static JdbcConnectionDetails createDatabase() {
    return create(" TEMPLATE " + Template.NAME);
  }

  /** A new database without anything in it. */
  public static JdbcConnectionDetails createEmptyDatabase() {
    return create("");
  }

  /** The server of all tests, for one that makes it fail and come back. */
  public static EmbeddedPostgresServer server() {
    return Server.POSTGRES;
  }

  private static JdbcConnectionDetails create(String template) {
    String name = "test_" + DATABASES.incrementAndGet();
    execute("CREATE DATABASE " + name + template);
    return Server.POSTGRES.connectionDetails(name);
  }

  private static void execute(String sql) {
    try (Connection connection = connect(Server.POSTGRES.connectionDetails());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot execute " + sql, e);
    }
  }

  private static Connection connect(JdbcConnectionDetails details) throws SQLException {
    return DriverManager.getConnection(
        details.getJdbcUrl(), details.getUsername(), details.getPassword());
  }

  /** Made on first use; every later database is a copy, which takes a fraction of the time. */
  private static final class Template {
    static final String NAME = make();

    private static String make() {
      execute("CREATE DATABASE template_of_tests");
      JdbcConnectionDetails details = Server.POSTGRES.connectionDetails("template_of_tests");
      try (Liquibase liquibase =
          new Liquibase(
              "db/changelog/master.yaml",
              new ClassLoaderResourceAccessor(),
              new JdbcConnection(connect(details)))) {
        liquibase.update(new Contexts());
      } catch (LiquibaseException | SQLException e) {
        throw new IllegalStateException("cannot make the template of the test databases", e);
      }
      return "template_of_tests";
    }
  }

  /**
   * Started on first use, stopped after the last application context. Not durable: what a test
   * wrote is worth nothing after the run.
   */
  private static final class Server {
    static final EmbeddedPostgresServer POSTGRES = start();

    private static EmbeddedPostgresServer start() {
      try {
        Path directory = Files.createTempDirectory("rede-info-test-");
        EmbeddedPostgresServer server =
            EmbeddedPostgresServer.start(
                directory,
                Path.of("target", "postgresql-binaries"),
                0,
                Map.of("fsync", "off", "full_page_writes", "off", "max_connections", "300"));
        Runnable stop =
            () -> {
              server.close();
              delete(directory);
            };
        SpringApplication.getShutdownHandlers().add(stop);
        // Spring has no hook where no application was started.
        Runtime.getRuntime()
            .addShutdownHook(
                new Thread(
                    () -> {
                      if (!serves) {
                        stop.run();
                      }
                    }));
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void delete(Path directory) {
      try {
        FileSystemUtils.deleteRecursively(directory);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
