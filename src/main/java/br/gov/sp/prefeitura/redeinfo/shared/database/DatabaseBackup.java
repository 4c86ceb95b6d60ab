package br.gov.sp.prefeitura.redeinfo.shared.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Copies the embedded database into another folder while it goes on working. The copy holds
 * everything committed before the backup began, and is a data folder by itself: the application
 * starts on it.
 *
 * <p>PostgreSQL's own way for a copy of a running server's files: between {@code pg_backup_start}
 * and {@code pg_backup_stop} the files may change under the copy, and the write-ahead log of that
 * time, copied last, puts them right when a server starts on them.
 */
final class DatabaseBackup {

  private static final Logger log = LoggerFactory.getLogger(DatabaseBackup.class);

  private static final String WRITE_AHEAD_LOG = "pg_wal";

  /** The running server's own, or made anew by each start. */
  private static final Set<String> LEFT_OUT =
      Set.of("postmaster.pid", "postmaster.opts", "pg_internal.init");

  /** Folders that must exist, but whose content is of no use to another server. */
  private static final Set<String> EMPTY =
      Set.of("pg_replslot", "pg_dynshmem", "pg_notify", "pg_serial", "pg_snapshots", "pg_stat_tmp");

  private final Path directory;
  private final Path target;

  /**
   * @param directory the embedded database's folder
   * @param target where the copy is to be; must not exist
   */
  DatabaseBackup(Path directory, Path target) {
    this.directory = directory.toAbsolutePath().normalize();
    this.target = target.toAbsolutePath().normalize();
  }

  /**
   * Takes the backup. Until it is whole it has another name, so that no half of one is taken for
   * one.
   *
   * @throws EmbeddedDatabaseException if there is nothing to copy, or something is there already
   */
  void take() {
    Path cluster = directory.resolve(DataFolder.CLUSTER);
    if (!Files.isDirectory(cluster)) {
      throw new EmbeddedDatabaseException(
          "There is no embedded database in " + directory + ".",
          "Name its folder with rede-info.embedded-database.directory.");
    }
    if (Files.exists(target) || target.startsWith(directory)) {
      throw new EmbeddedDatabaseException(
          "The backup cannot be written to " + target + ".",
          "Name a folder that does not exist yet, outside of " + directory + ".");
    }
    Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
    try {
      FileSystemUtils.deleteRecursively(unfinished);
      DataFolder.createPrivate(unfinished);
      if (Postmaster.of(cluster).isPresent()) {
        copyRunning(cluster, unfinished.resolve(DataFolder.CLUSTER));
      } else {
        copyStopped(cluster, unfinished.resolve(DataFolder.CLUSTER));
      }
      FileTree.copyFile(
          directory.resolve(DataFolder.PASSWORD), unfinished.resolve(DataFolder.PASSWORD));
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
      log.info("The backup is complete: {}", target);
    } catch (IOException | SQLException e) {
      throw new EmbeddedDatabaseException(
          "The backup to " + target + " failed: " + e.getMessage(),
          "Look for space and permissions there; nothing of the database was changed.",
          e);
    }
  }

  /** Nobody may start it meanwhile. */
  private void copyStopped(Path cluster, Path copy) throws IOException {
    try (DataFolder folder = DataFolder.open(directory)) {
      log.info("Copying {}, which no application uses", folder.cluster());
      new FileTree(LEFT_OUT, EMPTY).copy(cluster, copy);
    }
  }

  private void copyRunning(Path cluster, Path copy) throws IOException, SQLException {
    String url = "jdbc:postgresql://127.0.0.1:" + port(cluster) + "/postgres";
    String password = Files.readString(directory.resolve(DataFolder.PASSWORD)).strip();
    // One session from start to end: PostgreSQL gives the backup up with it.
    try (Connection server = DriverManager.getConnection(url, "postgres", password);
        Statement statement = server.createStatement()) {
      log.info("Copying {} while it is used", cluster);
      // Keeps the write-ahead log from here on; goes with the session.
      statement.execute(
          "SELECT pg_create_physical_replication_slot('backup_%d', true, true)"
              .formatted(ProcessHandle.current().pid()));
      statement.execute("SELECT pg_backup_start('rede-info', true)");
      new FileTree(LEFT_OUT, FileTree.and(EMPTY, WRITE_AHEAD_LOG)).copy(cluster, copy);
      try (ResultSet end = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
        end.next();
        FileTree.write(
            copy.resolve("backup_label"), end.getString(1).getBytes(StandardCharsets.UTF_8));
      }
      new FileTree(Set.of("archive_status", "summaries"), Set.of())
          .copy(cluster.resolve(WRITE_AHEAD_LOG), copy.resolve(WRITE_AHEAD_LOG));
    }
  }

  /** The fourth line is the port. */
  private static String port(Path cluster) throws IOException {
    List<String> lines = Files.readAllLines(Postmaster.pidFile(cluster));
    return lines.get(3).strip();
  }
}
