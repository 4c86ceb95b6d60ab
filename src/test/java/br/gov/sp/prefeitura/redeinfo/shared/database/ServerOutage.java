package br.gov.sp.prefeitura.redeinfo.shared.database;

import static org.awaitility.Awaitility.await;

import java.time.Duration;

/** A PostgreSQL that dies without a word and comes back, for tests of those who use it. */
public final class ServerOutage {

  private ServerOutage() {}

  /** {@code kill -9} of the server, the pause, and its start with recovery. */
  public static void of(EmbeddedPostgresServer server, Duration pause) throws Exception {
    server.process().orElseThrow().destroyForcibly();
    await().atMost(Duration.ofSeconds(10)).until(() -> !server.isRunning());
    Thread.sleep(pause.toMillis());
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(
            () -> {
              server.restart();
              return server.isRunning();
            });
  }
}
