package br.gov.sp.prefeitura.redeinfo.journey;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/**
 * Pictures of what people see: into {@code target/screenshots}, or, to renew those of the
 * documentation, into the folder of the system property {@code screenshots}.
 */
public final class Screenshots {

  private static final Path FOLDER =
      Path.of(System.getProperty("screenshots", "target/screenshots"));

  private Screenshots() {}

  public static void take(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")).setFullPage(true));
  }
}
