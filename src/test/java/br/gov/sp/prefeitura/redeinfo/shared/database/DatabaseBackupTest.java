package br.gov.sp.prefeitura.redeinfo.shared.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import br.gov.sp.prefeitura.redeinfo.support.Endurance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

@Tag(Endurance.TAG)
@DisplayName("A backup of the embedded database")
class DatabaseBackupTest {

  private static final Path BINARIES = Path.of("target", "postgresql-binaries");

  @TempDir Path temp;

  static IntStream rounds() {
    return Endurance.rounds(1, 20);
  }

  @ParameterizedTest(name = "round {0}")
  @MethodSource("rounds")
  @DisplayName("taken while rows are written holds all that were committed before, in one piece")
  void whileRowsAreWritten(int round) throws Exception {
    Path data = temp.resolve("data");
    Path backup = temp.resolve("backup");
    try (EmbeddedPostgresServer server = start(data);
        Writer writer = new Writer(server.connectionDetails())) {
      writer.awaitRows(100 * round);
      long committed = writer.committed();

      new DatabaseBackup(data, backup).take();

      writer.awaitRows(writer.committed() + 100);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
          .isEqualTo("rwx------");
      try (EmbeddedPostgresServer restored = start(backup)) {
        long highest = query(restored, "SELECT max(number) FROM written");
        assertThat(highest).isGreaterThanOrEqualTo(committed);
        assertThat(query(restored, "SELECT count(*) FROM written")).isEqualTo(highest);
        assertThat(query(restored, "SELECT count(*) FROM pg_replication_slots")).isZero();
        // Both work on, each for itself.
        writer.awaitRows(writer.committed() + 10);
        execute(restored.connectionDetails(), "INSERT INTO written VALUES (-1)");
        assertThat(query(server, "SELECT min(number) FROM written")).isPositive();
      }
    }
  }

  @Test
  @DisplayName("can be taken from a database that nobody uses")
  void whileStopped() throws Exception {
    Path data = temp.resolve("data");
    try (EmbeddedPostgresServer server = start(data)) {
      execute(server.connectionDetails(), "CREATE TABLE written AS SELECT 7 AS number");
    }
    new DatabaseBackup(data, temp.resolve("backup")).take();
    try (EmbeddedPostgresServer restored = start(temp.resolve("backup"))) {
      assertThat(query(restored, "SELECT number FROM written")).isEqualTo(7);
    }
  }

  @Test
  @DisplayName("overwrites nothing and copies no folder into itself")
  void refusesTargets() throws IOException {
    Path data = Files.createDirectories(temp.resolve("data").resolve("postgresql")).getParent();
    Path existing = Files.createDirectory(temp.resolve("existing"));

    assertThatThrownBy(() -> new DatabaseBackup(data, existing).take())
        .isInstanceOf(EmbeddedDatabaseException.class)
        .hasMessageContaining("cannot be written");
    assertThatThrownBy(() -> new DatabaseBackup(data, data.resolve("backup")).take())
        .isInstanceOf(EmbeddedDatabaseException.class)
        .hasMessageContaining("cannot be written");
    assertThatThrownBy(
            () -> new DatabaseBackup(temp.resolve("none"), temp.resolve("backup")).take())
        .isInstanceOf(EmbeddedDatabaseException.class)
        .hasMessageContaining("no embedded database");
  }

  private static EmbeddedPostgresServer start(Path folder) {
    return EmbeddedPostgresServer.start(folder, BINARIES, 0, Map.of("fsync", "off"));
  }

  private static long query(EmbeddedPostgresServer server, String sql) throws SQLException {
    try (Connection connection = connect(server.connectionDetails());
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }

  private static void execute(JdbcConnectionDetails database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection connect(JdbcConnectionDetails details) throws SQLException {
    return DriverManager.getConnection(
        details.getJdbcUrl(), details.getUsername(), details.getPassword());
  }

  /** Commits one number after the other. */
  private static final class Writer implements AutoCloseable {

    private final AtomicLong committed = new AtomicLong();
    private final Thread thread;
    private volatile SQLException failure;

    Writer(JdbcConnectionDetails database) throws SQLException {
      execute(database, "CREATE TABLE written (number bigint PRIMARY KEY, text text)");
      thread = new Thread(() -> write(database), "writer");
      thread.start();
    }

    private void write(JdbcConnectionDetails database) {
      try (Connection connection = connect(database);
          Statement statement = connection.createStatement()) {
        while (!Thread.currentThread().isInterrupted()) {
          long next = committed.get() + 1;
          statement.execute("INSERT INTO written VALUES (" + next + ", repeat('x', 500))");
          committed.set(next);
        }
      } catch (SQLException e) {
        failure = e;
      }
    }

    long committed() {
      return committed.get();
    }

    void awaitRows(long count) {
      await().atMost(Duration.ofSeconds(30)).until(() -> committed.get() >= count);
    }

    @Override
    public void close() throws InterruptedException {
      thread.interrupt();
      thread.join();
      assertThat((Throwable) failure).isNull();
    }
  }
}
