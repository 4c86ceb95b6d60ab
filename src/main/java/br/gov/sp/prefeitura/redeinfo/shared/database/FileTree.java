package br.gov.sp.prefeitura.redeinfo.shared.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Set;

/**
 * Copies a folder of files that come, go and grow meanwhile; what was copied has reached the disk.
 *
 * @param leftOut names of files and folders that are not copied
 * @param empty names of folders of which only the folder is copied
 */
record FileTree(Set<String> leftOut, Set<String> empty) {

  static Set<String> and(Set<String> names, String another) {
    Set<String> all = new HashSet<>(names);
    all.add(another);
    return all;
  }

  void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            String name = folder.getFileName().toString();
            if (!folder.equals(from) && leftOut.contains(name)) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            DataFolder.createPrivate(to.resolve(from.relativize(folder).toString()));
            return empty.contains(name) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (!leftOut.contains(file.getFileName().toString())) {
              copyFile(file, to.resolve(from.relativize(file)));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            return gone(failure);
          }
        });
  }

  private static FileVisitResult gone(IOException failure) throws IOException {
    if (failure instanceof NoSuchFileException) {
      return FileVisitResult.CONTINUE; // dropped between listing and reading
    }
    throw failure;
  }

  static void copyFile(Path from, Path to) throws IOException {
    try (FileChannel in = FileChannel.open(from, StandardOpenOption.READ);
        FileChannel out = createPrivate(to)) {
      // To its end, wherever that is by then: a file may grow or shrink meanwhile.
      Channels.newInputStream(in).transferTo(Channels.newOutputStream(out));
      out.force(true);
    } catch (NoSuchFileException e) {
      gone(e);
    }
  }

  static void write(Path file, byte[] content) throws IOException {
    try (FileChannel out = createPrivate(file)) {
      out.write(ByteBuffer.wrap(content));
      out.force(true);
    }
  }

  private static FileChannel createPrivate(Path file) throws IOException {
    return FileChannel.open(
        file,
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
        DataFolder.privateTo("rw-------"));
  }
}
