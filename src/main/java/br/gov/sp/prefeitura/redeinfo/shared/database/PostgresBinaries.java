package br.gov.sp.prefeitura.redeinfo.shared.database;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, which lie as one archive per platform on the class path. */
final class PostgresBinaries {

  static final boolean WINDOWS = osName().startsWith("windows");
  static final boolean LINUX = osName().startsWith("linux");

  private static final Map<String, String> ARCHITECTURES =
      Map.of("amd64", "x86_64", "x86_64", "x86_64", "aarch64", "arm_64", "arm64", "arm_64");

  private PostgresBinaries() {}

  /**
   * Unpacks this machine's archive, once per version of it.
   *
   * @param directory where unpacked archives are kept
   * @return the folder that holds {@code bin}
   * @throws EmbeddedDatabaseException if the class path has no archive for this machine
   */
  static Path unpackedIn(Path directory) {
    byte[] archive = archive();
    Path unpacked = directory.resolve("postgresql-" + digest(archive));
    if (Files.isDirectory(unpacked)) {
      return unpacked;
    }
    try {
      Files.createDirectories(directory);
      Path unfinished = Files.createTempDirectory(directory, "unfinished-");
      unpack(archive, unfinished);
      try {
        Files.move(unfinished, unpacked, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        FileSystemUtils.deleteRecursively(unfinished);
        if (!Files.isDirectory(unpacked)) {
          throw e;
        }
      }
      return unpacked;
    } catch (IOException e) {
      throw new EmbeddedDatabaseException(
          "PostgreSQL's programs cannot be unpacked into " + directory + ": " + e.getMessage(),
          "Look for space and permissions there.",
          e);
    }
  }

  private static byte[] archive() {
    String name = archiveName();
    try (InputStream in = PostgresBinaries.class.getResourceAsStream("/" + name)) {
      if (in == null) {
        throw new EmbeddedDatabaseException(
            "This build holds no PostgreSQL for this machine (" + name + ").",
            "Set spring.datasource.url to a PostgreSQL server, or build on a machine of this kind.");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String archiveName() {
    String system = WINDOWS ? "windows" : LINUX ? "linux" : "darwin";
    String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return "postgres-" + system + "-" + ARCHITECTURES.getOrDefault(arch, arch) + ".txz";
  }

  private static String osName() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT);
  }

  private static String digest(byte[] archive) {
    try {
      byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(archive);
      return HexFormat.of().formatHex(sha256, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void unpack(byte[] archive, Path directory) throws IOException {
    try (InputStream in = new BufferedInputStream(new ByteArrayInputStream(archive));
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(in))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = directory.resolve(entry.getName()).normalize();
        if (!target.startsWith(directory)) {
          throw new IOException("entry outside the archive: " + entry.getName());
        }
        unpack(tar, entry, target);
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, target);
      boolean executable = (entry.getMode() & 0100) != 0 || isProgram(target);
      if (executable && !target.toFile().setExecutable(true, false)) {
        throw new IOException("cannot make executable: " + target);
      }
    }
  }

  private static boolean isProgram(Path file) {
    return file.getParent().endsWith("bin");
  }
}
