package br.gov.sp.prefeitura.redeinfo.shared.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import br.gov.sp.prefeitura.redeinfo.support.Endurance;
import br.gov.sp.prefeitura.redeinfo.support.JavaProcess;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

@Tag(Endurance.TAG)
@DisplayName("The embedded PostgreSQL")
class EmbeddedPostgresServerTest {

  private static final Path BINARIES = Path.of("target", "postgresql-binaries");

  @TempDir Path temp;
  private Path folder;

  @BeforeEach
  void chooseFolder() {
    folder = temp.resolve("data");
  }

  @AfterEach
  void endOrphan() throws IOException {
    if (Files.exists(Postmaster.pidFile(folder.resolve("postgresql")))) {
      EmbeddedPostgresServer.start(folder, BINARIES, 0, Map.of()).close();
    }
  }

  static IntStream rounds() {
    return Endurance.rounds(2, 20);
  }

  @Test
  @DisplayName("is durable")
  void isDurable() throws SQLException {
    try (EmbeddedPostgresServer server = start()) {
      for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
        assertThat(query(server, "SHOW " + setting)).as(setting).isEqualTo("on");
      }
    }
  }

  @Test
  @DisplayName("listens on loopback only and keeps its password from other users")
  void isClosedToOthers() throws Exception {
    try (EmbeddedPostgresServer server = start()) {
      JdbcConnectionDetails details = server.connectionDetails();
      assertThat(query(server, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(query(server, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
          .isEqualTo("f");
      assertThatThrownBy(
              () -> DriverManager.getConnection(details.getJdbcUrl(), details.getUsername(), "x"))
          .hasMessageContaining("password authentication failed");
      assertThat(permissions(folder)).isEqualTo("rwx------");
      assertThat(permissions(folder.resolve("postgresql.password"))).isEqualTo("rw-------");
    }
  }

  @Test
  @DisplayName("keeps its data over a restart")
  void survivesRestart() throws SQLException {
    try (EmbeddedPostgresServer server = start()) {
      write(server, 1);
    }
    try (EmbeddedPostgresServer server = start()) {
      assertThat(highest(server)).isEqualTo(1);
    }
  }

  @Test
  @DisplayName("refuses a second application on the same folder, naming the first")
  void refusesSecondApplication() {
    try (JavaProcess first = startHolder()) {
      awaitServing(first);
      assertThatThrownBy(this::start)
          .isInstanceOf(EmbeddedDatabaseException.class)
          .hasMessageContaining("Another running application (process ")
          .hasMessageContaining(folder.toString());
    }
  }

  @ParameterizedTest(name = "round {0}")
  @MethodSource("rounds")
  @DisplayName("loses nothing committed when the application is killed, and starts again at once")
  void survivesKilledApplication(int round) throws SQLException {
    try (JavaProcess application = startHolder()) {
      awaitServing(application);
      application.kill();
    }
    assertThat(Postmaster.pidFile(folder.resolve("postgresql"))).exists();
    long started = System.nanoTime();
    try (EmbeddedPostgresServer server = start()) {
      assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(30));
      write(server, round);
      assertThat(highest(server)).isEqualTo(round);
    }
  }

  @ParameterizedTest(name = "round {0}")
  @MethodSource("rounds")
  @DisplayName("loses nothing committed when it is killed itself while it writes")
  void survivesItsOwnKill(int round) throws Exception {
    int acknowledged;
    EmbeddedPostgresServer killed = start();
    try {
      acknowledged = writeUntilKilled(killed, 100 + round);
    } finally {
      killed.close();
    }
    try (EmbeddedPostgresServer server = start()) {
      assertThat(highest(server)).isBetween(acknowledged, acknowledged + 1);
    }
  }

  @Test
  @DisplayName("is started again by the running application after it was killed")
  void isRestartedByWatchdog() throws Exception {
    CountDownLatch gaveUp = new CountDownLatch(1);
    try (EmbeddedPostgresServer server = start();
        PostgresWatchdog watchdog = new PostgresWatchdog(server, gaveUp::countDown)) {
      write(server, 7);
      killPostmaster();
      await()
          .atMost(Duration.ofSeconds(60))
          .ignoreExceptions()
          .untilAsserted(() -> assertThat(highest(server)).isEqualTo(7));
      assertThat(gaveUp.getCount()).isEqualTo(1);
    }
  }

  @Test
  @DisplayName("takes no notice of a lock file and a process number that others left behind")
  void ignoresStaleLocks() throws Exception {
    start().close();
    Files.writeString(folder.resolve("application.lock"), "1");
    Files.writeString(
        Postmaster.pidFile(folder.resolve("postgresql")),
        ProcessHandle.current().pid() + "\n" + folder.resolve("postgresql") + "\n");
    try (EmbeddedPostgresServer server = start()) {
      assertThat(query(server, "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  @DisplayName("is made anew when its first start was interrupted half-way")
  void recoversFromInterruptedFirstStart() throws Exception {
    Files.createDirectories(folder.resolve("postgresql.unfinished").resolve("base"));
    try (EmbeddedPostgresServer server = start()) {
      assertThat(query(server, "SELECT 1")).isEqualTo("1");
      assertThat(folder.resolve("postgresql.unfinished")).doesNotExist();
    }
  }

  @Test
  @DisplayName("says what to do when its password is gone, and sets the folder free")
  void explainsMissingPassword() throws Exception {
    start().close();
    Path password = folder.resolve("postgresql.password");
    String kept = Files.readString(password);
    Files.delete(password);
    assertThatThrownBy(this::start)
        .isInstanceOf(EmbeddedDatabaseException.class)
        .hasMessageContaining("no password in " + password);
    Files.writeString(password, kept);
    start().close();
  }

  private EmbeddedPostgresServer start() {
    return EmbeddedPostgresServer.start(folder, BINARIES, 0, Map.of());
  }

  private JavaProcess startHolder() {
    return JavaProcess.startTestProgram(
        DatabaseHolder.class, folder.toString(), BINARIES.toString());
  }

  private static void awaitServing(JavaProcess holder) {
    holder.awaitOutput("Embedded PostgreSQL serves");
  }

  private int writeUntilKilled(EmbeddedPostgresServer server, int rows) throws Exception {
    int acknowledged = 0;
    try (Connection connection = connect(server);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS proof (n int)");
      while (true) {
        statement.execute("INSERT INTO proof VALUES (" + (acknowledged + 1) + ")");
        acknowledged++;
        if (acknowledged == rows) {
          killPostmaster();
        }
      }
    } catch (SQLException e) {
      return acknowledged;
    }
  }

  private void killPostmaster() throws IOException {
    Postmaster.of(folder.resolve("postgresql")).orElseThrow().destroyForcibly();
  }

  private static void write(EmbeddedPostgresServer server, int number) throws SQLException {
    try (Connection connection = connect(server);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS proof (n int)");
      statement.execute("INSERT INTO proof VALUES (" + number + ")");
    }
  }

  private static int highest(EmbeddedPostgresServer server) throws SQLException {
    return Integer.parseInt(query(server, "SELECT max(n) FROM proof"));
  }

  private static String query(EmbeddedPostgresServer server, String sql) throws SQLException {
    try (Connection connection = connect(server);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }

  private static Connection connect(EmbeddedPostgresServer server) throws SQLException {
    JdbcConnectionDetails details = server.connectionDetails();
    return DriverManager.getConnection(
        details.getJdbcUrl(), details.getUsername(), details.getPassword());
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
