package br.gov.sp.prefeitura.redeinfo.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real Chromium, the machine's own (another one by the environment variable {@code CHROMIUM});
 * where there is none, Playwright fetches its own. One serves all tests of the JVM, which run one
 * after the other; every page has a session of its own, and a class closes those that it opened.
 */
public final class Browser implements AutoCloseable {

  /** Motion begins in the frame after a change, and its end may set the next in motion. */
  private static final String SETTLED =
      """
      async () => {
        for (let look = 0; look < 3; look++) {
          await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
          const ends = animation => animation.effect.getComputedTiming().endTime < Infinity;
          const moving = document.getAnimations().filter(ends);
          await Promise.allSettled(moving.map(animation => animation.finished));
        }
      }
      """;

  /** The two sizes everything is looked at. */
  public enum Screen {
    DESKTOP(1280, 900),
    PHONE(390, 844);

    private final int width;
    private final int height;

    Screen(int width, int height) {
      this.width = width;
      this.height = height;
    }
  }

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private static final int PATIENCE_MILLIS = 60_000;

  private final List<BrowserContext> opened = new ArrayList<>();

  private Browser() {}

  /** Gives the page this size, as one who turns to another device. */
  public static void resize(Page page, Screen screen) {
    page.setViewportSize(screen.width, screen.height);
  }

  public static Browser launch() {
    return new Browser();
  }

  /**
   * A page in Portuguese in which nobody has signed in; relative addresses are the application's.
   */
  public Page page(String address, Screen screen) {
    return page(address, screen, "pt-BR");
  }

  /** Like {@link #page(String, Screen)}, in a language of the browser's. */
  public Page page(String address, Screen screen, String locale) {
    return page(options(address, screen, locale));
  }

  /**
   * Like {@link #page(String, Screen)}, without the pages' content security policy, which on
   * Camunda's pages keeps axe out.
   */
  public Page pageForAxe(String address, Screen screen) {
    return page(options(address, screen, "pt-BR").setBypassCSP(true));
  }

  private static NewContextOptions options(String address, Screen screen, String locale) {
    return new NewContextOptions()
        .setBaseURL(address)
        .setLocale(locale)
        .setTimezoneId("America/Sao_Paulo")
        .setViewportSize(screen.width, screen.height);
  }

  private Page page(NewContextOptions options) {
    BrowserContext context = Chromium.STARTED.newContext(options);
    opened.add(context);
    context.setDefaultTimeout(PATIENCE_MILLIS);
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    return context.newPage();
  }

  /** Signs in by the form, as people do. */
  public static void signIn(Page page, String username, String password) {
    page.navigate("/login");
    page.fill("[name=username]", username);
    page.fill("[name=password]", password);
    page.click("main button[type=submit]");
    page.waitForURL(url -> !url.contains("/login"));
  }

  /**
   * The rules of WCAG 2.2 AA and of good practice that axe finds broken, once what the page set in
   * motion is over: half faded in, a text lacks contrast and a button is covered.
   */
  public static List<Rule> violations(Page page) {
    page.evaluate(SETTLED);
    // No page of ours has frames of another origin, for which axe would open a page of its own.
    AxeRunOptions violationsOnly = new AxeRunOptions();
    // The same rules; only that no selector is worked out for the thousands of nodes that pass.
    violationsOnly.setResultTypes(List.of("violations"));
    return new AxeBuilder(page)
        .options(violationsOnly)
        .withTags(RULES)
        .setLegacyMode(true)
        .analyze()
        .getViolations();
  }

  /** Whether axe finds nothing, the page fits its screen and every text has words. */
  public static void assertAccessible(Page page) {
    List<String> found = new ArrayList<>();
    for (Rule rule : violations(page)) {
      rule.getNodes().forEach(node -> found.add(rule.getId() + " at " + node.getTarget()));
    }
    assertThat(found).as("axe at %s", page.url()).isEmpty();
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - innerWidth"))
        .as("wider than the screen at %s", page.url())
        .isLessThanOrEqualTo(0);
    assertThat(page.innerText("body"))
        .as("texts without words at %s", page.url())
        .doesNotContain("??");
  }

  @Override
  public void close() {
    opened.forEach(BrowserContext::close);
    opened.clear();
  }

  /** Started by the first test that needs it; ends with the JVM. */
  private static final class Chromium {

    static final com.microsoft.playwright.Browser STARTED = start();

    private static com.microsoft.playwright.Browser start() {
      Optional<Path> installed = installed();
      Playwright playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(
                      installed.isPresent()
                          ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
                          : Map.of()));
      return playwright
          .chromium()
          .launch(
              new LaunchOptions()
                  .setExecutablePath(installed.orElse(null))
                  .setArgs(
                      List.of(
                          "--no-sandbox",
                          "--disable-gpu",
                          "--disable-background-networking",
                          "--disable-component-update",
                          "--disable-sync",
                          "--no-first-run")));
    }

    private static Optional<Path> installed() {
      String named = System.getenv("CHROMIUM");
      if (named != null) {
        return Optional.of(Path.of(named));
      }
      return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
          .map(Path::of)
          .filter(Files::isExecutable)
          .findFirst();
    }
  }
}
