package br.gov.sp.prefeitura.redeinfo.shared.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * A file that is two things: archives are read from their end, most other files from their
 * beginning, so that a picture can be an archive (a Java program, say) as well.
 */
final class Disguise {

  private static final int END_OF_ARCHIVE = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int LONGEST_COMMENT = 0xffff;

  private Disguise() {}

  static void refuseArchive(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      int length = (int) Math.min(channel.size(), END_LENGTH + LONGEST_COMMENT);
      ByteBuffer tail = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
      long from = channel.size() - length;
      while (tail.hasRemaining() && channel.read(tail, from + tail.position()) >= 0) {
        // until the tail is full
      }
      for (int at = 0; at <= length - END_LENGTH; at++) {
        if (tail.getInt(at) == END_OF_ARCHIVE) {
          throw FileCheck.unsupported("file.disguised");
        }
      }
    }
  }
}
