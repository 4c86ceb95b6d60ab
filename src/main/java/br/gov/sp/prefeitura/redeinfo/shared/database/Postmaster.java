package br.gov.sp.prefeitura.redeinfo.shared.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The server process that a cluster's {@code postmaster.pid} names. */
final class Postmaster {

  private Postmaster() {}

  /** The living server of this cluster; empty when none runs, whatever the file says. */
  static Optional<ProcessHandle> of(Path cluster) throws IOException {
    return pid(cluster).flatMap(ProcessHandle::of).filter(Postmaster::isPostgres);
  }

  static Path pidFile(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }

  /**
   * False for a number that another program has got meanwhile, and for an ended process that nobody
   * has collected yet: neither has a path to PostgreSQL's program.
   */
  static boolean isPostgres(ProcessHandle process) {
    return process.isAlive()
        && process
            .info()
            .command()
            .map(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
            .orElse(false);
  }

  private static Optional<Long> pid(Path cluster) throws IOException {
    try {
      List<String> lines = Files.readAllLines(pidFile(cluster));
      return lines.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(lines.get(0).strip()));
    } catch (NoSuchFileException | NumberFormatException e) {
      return Optional.empty();
    }
  }
}
