package br.gov.sp.prefeitura.redeinfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.gov.sp.prefeitura.redeinfo.support.Endurance;
import br.gov.sp.prefeitura.redeinfo.support.JavaProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag(Endurance.TAG)
@DisplayName("The application's process")
class ApplicationProcessTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration JOB_IS_DUE_AFTER = Duration.ofSeconds(12);

  private final HttpClient http = HttpClient.newHttpClient();

  @TempDir Path temp;

  @Test
  @DisplayName(
      "outlives the kill of its database, refuses a double, leaves an orphan to its heir, and"
          + " goes on from a backup elsewhere")
  void livesThroughKills() throws Exception {
    try (JavaProcess first = startApplication()) {
      int port = first.awaitPort();
      awaitHealth(port);

      try (JavaProcess second = startApplication()) {
        assertThat(second.awaitEnd()).isNotZero();
        assertThat(second.output())
            .contains("Another running application (process ")
            .contains("rede-info.embedded-database.directory")
            .doesNotContain("\tat ");
      }

      killPostgres();
      first.awaitOutput("PostgreSQL serves again");
      awaitHealth(port);

      first.kill();
    }
    try (JavaProcess heir = startApplication()) {
      heir.awaitOutput("Stopping PostgreSQL \\d+, left by an application that was killed");
      awaitHealth(heir.awaitPort());
      backUp();
      assertThat(heir.terminate()).isEqualTo(143);
      assertOrderlyEnd(heir.output());
    }
    goesOnFromTheBackup();
  }

  /** While the application runs, with a job that falls due when only the copy still does. */
  private void backUp() throws Exception {
    try (Connection connection = connect(temp.resolve("data"))) {
      connection
          .createStatement()
          .execute("INSERT INTO optional_day VALUES ('2031-04-01', 'Dia inventado')");
      try (PreparedStatement later =
          connection.prepareStatement(
              "UPDATE act_ru_job SET duedate_ = ? WHERE handler_type_ = 'history-cleanup'")) {
        later.setTimestamp(1, Timestamp.from(Instant.now().plus(JOB_IS_DUE_AFTER)));
        assertThat(later.executeUpdate()).isPositive();
      }
    }
    try (JavaProcess command =
        JavaProcess.startApplication(
            "backup",
            temp.resolve("backup").toString(),
            "--rede-info.embedded-database.directory=" + temp.resolve("data"))) {
      assertThat(command.awaitEnd()).as(command.output()).isZero();
      assertThat(command.output()).contains("The backup is complete");
    }
  }

  private void goesOnFromTheBackup() throws Exception {
    try (JavaProcess restored =
        JavaProcess.startApplication(
            "--server.port=0",
            "--rede-info.embedded-database.directory=" + temp.resolve("backup"))) {
      awaitHealth(restored.awaitPort());
      try (Connection connection = connect(temp.resolve("backup"));
          Statement statement = connection.createStatement()) {
        assertThat(exists(statement, "SELECT 1 FROM optional_day WHERE day = '2031-04-01'"))
            .isTrue();
        await("the job of the backup")
            .atMost(PATIENCE)
            .until(
                () ->
                    exists(
                        statement,
                        "SELECT 1 FROM act_ru_job WHERE handler_type_ = 'history-cleanup'"
                            + " AND duedate_ > localtimestamp + interval '10 minutes'"));
      }
    }
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (ResultSet found = statement.executeQuery(query)) {
      return found.next();
    }
  }

  private static Connection connect(Path data) throws Exception {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%s/rede_info"
            .formatted(Files.readAllLines(data.resolve("postgresql/postmaster.pid")).get(3)),
        "rede_info",
        Files.readString(data.resolve("postgresql.password")).strip());
  }

  /** Web server, job executor, pool, database: each is still there when those before it end. */
  private static void assertOrderlyEnd(String output) {
    String end = output.substring(output.indexOf("Commencing graceful shutdown"));
    assertThat(end)
        .containsSubsequence(
            "Graceful shutdown complete",
            "Shutting down the JobExecutor",
            "Process Engine default closed",
            "Shutdown completed",
            "Embedded PostgreSQL stopped")
        .doesNotContain("WARN", "ERROR", "Exception", "\tat ");
  }

  private JavaProcess startApplication() {
    return JavaProcess.startApplication(
        "--server.port=0", "--rede-info.embedded-database.directory=" + temp.resolve("data"));
  }

  private void awaitHealth(int port) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health"))
            .timeout(PATIENCE)
            .build();
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(
            () -> http.send(request, HttpResponse.BodyHandlers.ofString()).body(),
            body -> body.contains("\"UP\""));
  }

  private void killPostgres() throws IOException {
    Path pidFile = temp.resolve("data").resolve("postgresql").resolve("postmaster.pid");
    long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
  }
}
