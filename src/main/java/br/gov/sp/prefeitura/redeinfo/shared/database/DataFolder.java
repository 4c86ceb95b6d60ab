package br.gov.sp.prefeitura.redeinfo.shared.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The folder of the embedded database: one application at a time may use it. The lock is the
 * operating system's, so that it goes with the process however that ends; a lock file left behind
 * means nothing.
 */
final class DataFolder implements AutoCloseable {

  static final String CLUSTER = "postgresql";
  static final String PASSWORD = "postgresql.password";

  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  /** Locked far behind the text, so that another application can still read who holds it. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private final Path directory;
  private final FileChannel lockFile;

  private DataFolder(Path directory, FileChannel lockFile) {
    this.directory = directory;
    this.lockFile = lockFile;
  }

  /**
   * Takes the folder, making it if need be.
   *
   * @throws EmbeddedDatabaseException if another application uses it
   */
  static DataFolder open(Path directory) {
    Path folder = directory.toAbsolutePath().normalize();
    try {
      createPrivate(folder);
      return new DataFolder(folder, lock(folder));
    } catch (IOException e) {
      throw new EmbeddedDatabaseException(
          "The folder " + folder + " of the embedded PostgreSQL cannot be used: " + e.getMessage(),
          "Make it writable, or name another one with rede-info.embedded-database.directory.",
          e);
    }
  }

  private static FileChannel lock(Path folder) throws IOException {
    Path file = folder.resolve("application.lock");
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    FileLock lock;
    try {
      lock = channel.tryLock(LOCKED_BYTE, 1, false);
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      String holder = Files.readString(file).strip();
      channel.close();
      throw new EmbeddedDatabaseException(
          "Another running application (process " + holder + ") uses the data in " + folder + ".",
          "Stop that application, or give this one a folder of its own with"
              + " rede-info.embedded-database.directory.");
    }
    channel.truncate(0);
    channel.write(
        ByteBuffer.wrap(
            Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
    return channel;
  }

  /** The folder of PostgreSQL's own files. */
  Path cluster() {
    return directory.resolve(CLUSTER);
  }

  /** Where a cluster is made before it takes its place in one step. */
  Path unfinishedCluster() {
    return directory.resolve("postgresql.unfinished");
  }

  Path binaries() {
    return directory.resolve("binaries");
  }

  /** The server's log of the last days. */
  Path log() {
    return directory.resolve("log");
  }

  Path passwordFile() {
    return directory.resolve(PASSWORD);
  }

  /** The password of the database's roles, which only this folder's owner can read. */
  String password() {
    try {
      return Files.readString(passwordFile()).strip();
    } catch (IOException e) {
      throw new EmbeddedDatabaseException(
          "There is a database in " + cluster() + " but no password in " + passwordFile() + ".",
          "Restore that file, or move the folder " + directory + " away to start empty.",
          e);
    }
  }

  /** Writes a new random password, readable for the owner alone. */
  void makePassword() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    try {
      Files.deleteIfExists(passwordFile());
      Files.createFile(passwordFile(), privateTo("rw-------"));
      Files.writeString(passwordFile(), HexFormat.of().formatHex(random));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      lockFile.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes a folder that only its owner can read; PostgreSQL refuses others. */
  static void createPrivate(Path folder) throws IOException {
    Files.createDirectories(folder, privateTo("rwx------"));
  }

  /** Permissions of something new, where the file system knows any. */
  static FileAttribute<?>[] privateTo(String permissions) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
