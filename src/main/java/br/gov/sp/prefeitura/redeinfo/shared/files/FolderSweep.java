package br.gov.sp.prefeitura.redeinfo.shared.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Removes files of the folder that no row knows: what a crash between the file and its row left.
 * Young ones stay, their row may be about to commit; and so does everything that is not named as
 * the store names files. Several nodes may do it.
 */
@Component
class FolderSweep {

  private static final Logger log = LoggerFactory.getLogger(FolderSweep.class);
  private static final int AT_A_TIME = 500;

  private final FolderPlace folder;
  private final FilesProperties properties;
  private final JdbcClient jdbc;
  private final Clock clock;

  FolderSweep(FolderPlace folder, FilesProperties properties, JdbcClient jdbc, Clock clock) {
    this.folder = folder;
    this.properties = properties;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Scheduled(cron = "0 50 3 * * *", zone = "America/Sao_Paulo")
  void run() {
    if (Files.isDirectory(folder.root())) {
      sweep();
    }
  }

  private void sweep() {
    Instant before = clock.instant().minus(properties.keepUnknown());
    List<Path> old = new ArrayList<>();
    try (Stream<Path> files = Files.find(folder.root(), 2, (path, is) -> is.isRegularFile())) {
      files.filter(file -> isOurs(file) && isOlder(file, before)).forEach(old::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int removed = 0;
    for (int from = 0; from < old.size(); from += AT_A_TIME) {
      List<Path> some = old.subList(from, Math.min(old.size(), from + AT_A_TIME));
      Set<UUID> known = known(some.stream().map(FolderSweep::keyOf).toList());
      for (Path file : some) {
        if (!known.contains(keyOf(file)) || file.toString().endsWith(FolderPlace.UNFINISHED)) {
          removed += remove(file);
        }
      }
    }
    if (removed > 0) {
      log.info("Removed {} files of the folder that nothing refers to", removed);
    }
  }

  private Set<UUID> known(List<UUID> keys) {
    return new HashSet<>(
        jdbc.sql("SELECT key FROM stored_file WHERE key IN (:keys)")
            .param("keys", keys)
            .query(UUID.class)
            .list());
  }

  private static int remove(Path file) {
    try {
      return Files.deleteIfExists(file) ? 1 : 0;
    } catch (IOException e) {
      log.warn("A file that nothing refers to could not be removed", e);
      return 0;
    }
  }

  private static boolean isOlder(Path file, Instant before) {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(before);
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isOurs(Path file) {
    try {
      keyOf(file);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static UUID keyOf(Path file) {
    String name = file.getFileName().toString();
    return UUID.fromString(
        name.endsWith(FolderPlace.UNFINISHED)
            ? name.substring(0, name.length() - FolderPlace.UNFINISHED.length())
            : name);
  }
}
