package br.gov.sp.prefeitura.redeinfo.shared.database;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** The least program that owns an embedded database, for tests that kill it. */
final class DatabaseHolder {

  private DatabaseHolder() {}

  /**
   * @param arguments the data folder and the folder of the binaries
   */
  public static void main(String[] arguments) throws InterruptedException {
    EmbeddedPostgresServer.start(Path.of(arguments[0]), Path.of(arguments[1]), 0, Map.of());
    new CountDownLatch(1).await();
  }
}
