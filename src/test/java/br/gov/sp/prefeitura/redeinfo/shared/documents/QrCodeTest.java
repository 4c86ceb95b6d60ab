package br.gov.sp.prefeitura.redeinfo.shared.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A QR code")
class QrCodeTest {

  private static final int PIXELS = 6;

  @ParameterizedTest(name = "says {0}")
  @ValueSource(strings = {"https://rede.exemplo.gov.br/check-in/12/7KQM2ZP4", "ação → 1ª oficina"})
  @DisplayName("drawn from its path reads as the text it was made of")
  void readsBack(String text) throws Exception {
    assertThat(read(draw(QrCode.of(text)))).isEqualTo(text);
  }

  @Test
  @DisplayName("still reads with a part of it hidden")
  void survivesDirt() throws Exception {
    QrCode code = QrCode.of("https://rede.exemplo.gov.br/check-in/12/7KQM2ZP4");
    BufferedImage image = draw(code);
    Graphics2D dirt = image.createGraphics();
    dirt.setColor(Color.WHITE);
    int middle = image.getWidth() / 2;
    dirt.fillRect(middle - 3 * PIXELS, middle - 3 * PIXELS, 6 * PIXELS, 6 * PIXELS);
    dirt.dispose();
    assertThat(read(image)).isEqualTo("https://rede.exemplo.gov.br/check-in/12/7KQM2ZP4");
  }

  @Test
  @DisplayName("has a light border of four modules on each side")
  void quietZone() {
    QrCode code = QrCode.of("x");
    for (int i = 0; i < code.size(); i++) {
      for (int border : new int[] {-1, 0, 3, code.size() - 4, code.size()}) {
        assertThat(code.isDark(i, border)).isFalse();
        assertThat(code.isDark(border, i)).isFalse();
      }
    }
    assertThat(code.isDark(4, 4)).isTrue();
  }

  @Test
  @DisplayName("refuses a text that none holds")
  void tooLong() {
    assertThatIllegalArgumentException().isThrownBy(() -> QrCode.of("x".repeat(5_000)));
    assertThatIllegalArgumentException().isThrownBy(() -> QrCode.of(""));
  }

  private static BufferedImage draw(QrCode code) {
    BufferedImage image =
        new BufferedImage(code.size() * PIXELS, code.size() * PIXELS, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, image.getWidth(), image.getHeight());
    canvas.scale(PIXELS, PIXELS);
    canvas.setColor(Color.BLACK);
    Matcher run = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z").matcher(code.path());
    Path2D path = new Path2D.Double();
    while (run.find()) {
      int x = Integer.parseInt(run.group(1));
      int y = Integer.parseInt(run.group(2));
      int length = Integer.parseInt(run.group(3));
      path.append(new java.awt.Rectangle(x, y, length, 1), false);
    }
    canvas.fill(path);
    canvas.dispose();
    return image;
  }

  private static String read(BufferedImage image) throws Exception {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    return new QRCodeReader()
        .decode(
            new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))))
        .getText();
  }
}
