package br.gov.sp.prefeitura.redeinfo.shared.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * In a folder, by key alone. A file is written under another name and moved when it is whole. It is
 * there before its row commits and goes after its row has gone: a crash in between leaves a file
 * without a row, which {@link FolderSweep} removes, never a row without a file.
 */
@Component
class FolderPlace implements FilePlace {

  static final String UNFINISHED = ".part";

  private static final Logger log = LoggerFactory.getLogger(FolderPlace.class);

  private final Path root;

  FolderPlace(FilesProperties properties) {
    this.root = properties.folder().toAbsolutePath().normalize();
  }

  @Override
  public FilesProperties.Store kind() {
    return FilesProperties.Store.FOLDER;
  }

  Path root() {
    return root;
  }

  @Override
  public void put(UUID key, InputStream content) throws IOException {
    Path file = path(key);
    Files.createDirectories(file.getParent());
    Path part = file.resolveSibling(key + UNFINISHED);
    boolean whole = false;
    try {
      Files.copy(content, part);
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      whole = true;
    } finally {
      if (!whole) {
        Files.deleteIfExists(part);
      }
    }
    after(TransactionSynchronization.STATUS_ROLLED_BACK, file);
  }

  @Override
  public InputStream open(UUID key) {
    try {
      return Files.newInputStream(path(key));
    } catch (NoSuchFileException e) {
      throw (NoSuchElementException) new NoSuchElementException("no file " + key).initCause(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void remove(UUID key) {
    after(TransactionSynchronization.STATUS_COMMITTED, path(key));
  }

  /** Two characters of the key are a folder: some thousand files in each, not all in one. */
  private Path path(UUID key) {
    String name = key.toString();
    return root.resolve(name.substring(0, 2)).resolve(name);
  }

  private static void after(int end, Path file) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            if (status == end) {
              drop(file);
            }
          }
        });
  }

  private static void drop(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      log.warn("A file that nobody needs could not be removed now; the sweep will", e);
    }
  }
}
