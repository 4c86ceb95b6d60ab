package br.gov.sp.prefeitura.redeinfo.shared.documents;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A QR code as squares, without any image: pages draw it as one path of an inline SVG, documents as
 * rectangles. Includes the quiet zone of four modules that readers need around it (ISO/IEC 18004).
 */
public final class QrCode {

  private static final int QUIET_ZONE = 4;

  private final ByteMatrix modules;

  private QrCode(ByteMatrix modules) {
    this.modules = modules;
  }

  /**
   * The code of a text, e.g. an address. A quarter of it may be hidden or dirty and it still reads.
   *
   * @throws IllegalArgumentException if the text is empty or longer than a code holds (some 1,600
   *     bytes)
   */
  public static QrCode of(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a QR code says something");
    }
    try {
      return new QrCode(
          Encoder.encode(
                  text,
                  ErrorCorrectionLevel.Q,
                  Map.of(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name()))
              .getMatrix());
    } catch (WriterException e) {
      throw new IllegalArgumentException("no QR code holds this text", e);
    }
  }

  /** Modules on each side, the quiet zone included. */
  public int size() {
    return modules.getWidth() + 2 * QUIET_ZONE;
  }

  /** Whether the module is dark; those of the quiet zone, and all outside, are light. */
  public boolean isDark(int x, int y) {
    int column = x - QUIET_ZONE;
    int row = y - QUIET_ZONE;
    return column >= 0
        && row >= 0
        && column < modules.getWidth()
        && row < modules.getHeight()
        && modules.get(column, row) == 1;
  }

  /** All dark modules as the data of one SVG path; one unit is one module. */
  public String path() {
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < size(); y++) {
      for (int x = 0; x < size(); x++) {
        if (isDark(x, y)) {
          int from = x;
          while (isDark(x + 1, y)) {
            x++;
          }
          int length = x - from + 1;
          path.append('M').append(from).append(' ').append(y);
          path.append('h').append(length).append("v1h-").append(length).append('z');
        }
      }
    }
    return path.toString();
  }
}
