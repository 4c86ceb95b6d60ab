package br.gov.sp.prefeitura.redeinfo.shared.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs {@code initdb} and {@code pg_ctl}. The latter starts the server in a session of its own, so
 * that a Ctrl-C in the terminal reaches the application alone, which stops its database last.
 */
final class PostgresPrograms {

  private final Path bin;
  private final List<String> prefix;

  PostgresPrograms(Path binaries) {
    this.bin = binaries.resolve("bin");
    this.prefix = isRoot() ? notAsRoot() : List.of();
  }

  /** Makes a cluster that asks every connection for a password. */
  void initdb(Path cluster, String superuser, Path passwordFile, boolean durable) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--pgdata", cluster.toString(), "--username", superuser));
    arguments.addAll(List.of("--auth", "scram-sha-256", "--pwfile", passwordFile.toString()));
    arguments.addAll(List.of("--encoding", "UTF8", "--no-instructions"));
    // The same order and case rules on every machine; lists for people name an ICU collation.
    arguments.addAll(List.of("--locale-provider", "builtin", "--builtin-locale", "C.UTF-8"));
    arguments.addAll(List.of("--locale", "C"));
    if (!durable) {
      arguments.add("--no-sync");
    }
    run("initdb", arguments, Duration.ofMinutes(2));
  }

  /** Starts the server and waits until it answers; crash recovery may take its time. */
  void start(Path cluster, Path log) {
    run(
        "pg_ctl",
        List.of("start", "-D", cluster.toString(), "-l", log.toString(), "-w", "-t", "300"),
        Duration.ofSeconds(310));
  }

  /** Ends the server: its clients first, gently, and by force when it does not listen. */
  void stop(Path cluster) {
    try {
      stop(cluster, "fast", 30);
    } catch (EmbeddedDatabaseException e) {
      stop(cluster, "immediate", 30);
    }
  }

  private void stop(Path cluster, String mode, int seconds) {
    run(
        "pg_ctl",
        List.of("stop", "-D", cluster.toString(), "-m", mode, "-w", "-t", "" + seconds),
        Duration.ofSeconds(seconds + 10L));
  }

  private void run(String program, List<String> arguments, Duration patience) {
    List<String> command = new ArrayList<>(prefix);
    command.add(bin.resolve(PostgresBinaries.WINDOWS ? program + ".exe" : program).toString());
    command.addAll(arguments);
    String said = execute(command, patience);
    if (said != null) {
      throw new EmbeddedDatabaseException(
          "PostgreSQL's " + program + " failed: " + said,
          "Look into the folder's log, or set spring.datasource.url to a PostgreSQL server.");
    }
  }

  /** What the command said when it failed, or {@code null} when all went well. */
  private static String execute(List<String> command, Duration patience) {
    try {
      // A file, not a pipe: the server inherits it, and a pipe would never end.
      Path output = Files.createTempFile("postgresql-", ".out");
      try {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
          process.destroyForcibly();
          return "no answer within " + patience;
        }
        return process.exitValue() == 0 ? null : Files.readString(output).strip();
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  private static boolean isRoot() {
    try {
      return PostgresBinaries.LINUX
          && Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** PostgreSQL refuses to be root; inside a user namespace of its own it is not. */
  private static List<String> notAsRoot() {
    List<String> unshare = List.of("unshare", "--user");
    List<String> trial = new ArrayList<>(unshare);
    trial.add("true");
    String said;
    try {
      said = execute(trial, Duration.ofSeconds(10));
    } catch (UncheckedIOException e) {
      said = e.getMessage();
    }
    if (said != null) {
      throw new EmbeddedDatabaseException(
          "PostgreSQL does not run as root, and this machine has no user namespaces: " + said,
          "Start the application as another user, or set spring.datasource.url.");
    }
    return unshare;
  }
}
