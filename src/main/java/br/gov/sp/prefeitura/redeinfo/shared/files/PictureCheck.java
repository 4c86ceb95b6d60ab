package br.gov.sp.prefeitura.redeinfo.shared.files;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Pictures: whole by their structure, and of a size that who opens them can show. A few kilobytes
 * can say that they are a picture of a thousand million points. Nothing is decoded.
 */
final class PictureCheck {

  /** The most points, some six times those of a good telephone's camera. */
  private static final long MOST_POINTS = 80_000_000;

  private static final int MOST_PARTS = 100_000;
  private static final long PNG_SIGNATURE = 0x89504e470d0a1a0aL;
  private static final int HEADER = 0x49484452;
  private static final int END = 0x49454e44;

  private PictureCheck() {}

  static void check(Path file, FileKind kind) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 64 * 1024))) {
      if (kind == FileKind.PNG) {
        png(in);
      } else {
        jpeg(in);
      }
    } catch (EOFException e) {
      throw FileCheck.damaged();
    }
  }

  /** Part by part to the last one, behind which nothing may stand. */
  private static void png(DataInputStream in) throws IOException {
    if (in.readLong() != PNG_SIGNATURE) {
      throw FileCheck.damaged();
    }
    for (int part = 0; part < MOST_PARTS; part++) {
      long length = Integer.toUnsignedLong(in.readInt());
      int type = in.readInt();
      if ((part == 0) != (type == HEADER)) {
        throw FileCheck.damaged();
      }
      if (type == HEADER) {
        requirePoints(Integer.toUnsignedLong(in.readInt()), Integer.toUnsignedLong(in.readInt()));
        length -= 8;
      }
      skip(in, length + 4);
      if (type == END) {
        if (in.read() >= 0) {
          throw FileCheck.unsupported("file.disguised");
        }
        return;
      }
    }
    throw FileCheck.damaged();
  }

  /** Up to the part that says the size; cameras put much behind the end. */
  private static void jpeg(DataInputStream in) throws IOException {
    if (in.readUnsignedShort() != 0xffd8) {
      throw FileCheck.damaged();
    }
    for (int part = 0; part < MOST_PARTS; part++) {
      if (in.readUnsignedByte() != 0xff) {
        throw FileCheck.damaged();
      }
      int marker = in.readUnsignedByte();
      while (marker == 0xff) {
        marker = in.readUnsignedByte();
      }
      int length = in.readUnsignedShort();
      if (marker == 0xda || marker == 0xd9 || length < 2) {
        throw FileCheck.damaged();
      }
      boolean frame =
          marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
      if (frame) {
        in.readUnsignedByte();
        long height = in.readUnsignedShort();
        requirePoints(in.readUnsignedShort(), height);
        return;
      }
      skip(in, length - 2L);
    }
    throw FileCheck.damaged();
  }

  private static void requirePoints(long width, long height) {
    if (width == 0 || height == 0) {
      throw FileCheck.damaged();
    }
    if (width > MOST_POINTS || height > MOST_POINTS || width * height > MOST_POINTS) {
      throw br.gov.sp.prefeitura.redeinfo.shared.error.Refusal.tooLarge(
          FileCheck.FIELD, "file.too-many-points", MOST_POINTS / 1_000_000);
    }
  }

  private static void skip(DataInputStream in, long length) throws IOException {
    if (length < 0) {
      throw FileCheck.damaged();
    }
    in.skipNBytes(length);
  }
}
