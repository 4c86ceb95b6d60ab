package br.gov.sp.prefeitura.redeinfo.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Lets the scanner wapiti loose on the application, in the session of each role and on loopback
 * alone. Only in {@code -Pattack}; wapiti is a program of its own ({@code apt-get install wapiti}).
 */
@IntegrationTest
@Tag(Attack.SCAN)
@DisplayName("The scanner wapiti")
class WapitiTest {

  /** Without those that need a server on the internet (ssrf, xxe) or only guess (brute force). */
  private static final String MODULES =
      "backup,blindsql,cookieflags,crlf,csp,csrf,exec,file,htaccess,http_headers,methods,"
          + "permanentxss,redirect,shellshock,sql,xss";

  private static final int CRAWL_SECONDS = 40;
  private static final int MODULE_SECONDS = 6;

  /**
   * This run speaks plain HTTP; behind TLS the first two are there, and tested. The third is a
   * header of browsers long gone, which did harm and is left out on purpose.
   */
  private static final Set<String> ACCEPTED =
      Set.of(
          "Strict-Transport-Security is not set",
          "Secure flag is not set",
          "X-XSS-Protection is not set");

  @Autowired TestPeople people;
  @Autowired ObjectMapper json;
  @LocalServerPort int port;
  @TempDir Path folder;

  @ParameterizedTest(name = "as {0}")
  // A focal point may do what a volunteer may.
  @EnumSource(value = Function.class, mode = EnumSource.Mode.EXCLUDE, names = "FOCAL_POINT")
  @DisplayName("finds nothing")
  void findsNothing(Function function) throws Exception {
    Visitor visitor = people.signIn(people.withFunction(function, "svma"));

    assertThat(scan(visitor)).isEmpty();

    assertThat(visitor.get("/notices").statusCode()).as("still signed in").isEqualTo(200);
  }

  @Test
  @DisplayName("finds nothing as somebody who has not signed in")
  void findsNothingWithoutSignIn() throws Exception {
    Visitor visitor = people.visitor();

    assertThat(scan(visitor)).isEmpty();

    assertThat(
            visitor
                .send("/certificates", r -> r.POST(BodyPublishers.ofString("a file")))
                .statusCode())
        .as("a file without the token")
        .isEqualTo(403);
  }

  private List<String> scan(Visitor visitor) throws Exception {
    assumeTrue(isInstalled(), "wapiti is not on this machine; Debian: apt-get install wapiti");
    Path report = folder.resolve("report.json");
    try (SessionProxy way = new SessionProxy(visitor)) {
      run(way.address(), report);
    }
    return findings(report);
  }

  private void run(String address, Path report) throws Exception {
    Process wapiti =
        new ProcessBuilder(
                "wapiti",
                "-u",
                address,
                "--scope",
                "folder",
                "-m",
                MODULES,
                "-f",
                "json",
                "-o",
                report.toString(),
                "--store-session",
                folder.resolve("session").toString(),
                "--store-config",
                folder.resolve("config").toString(),
                "--flush-session",
                "--no-bugreport",
                "-v",
                "0",
                "-S",
                "normal",
                "-t",
                "20",
                "--skip",
                "_csrf",
                "--max-scan-time",
                String.valueOf(CRAWL_SECONDS),
                "--max-attack-time",
                String.valueOf(MODULE_SECONDS))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("wapiti.log").toFile())
            .start();
    boolean ended = wapiti.waitFor(15, TimeUnit.MINUTES);
    if (!ended) {
      wapiti.destroyForcibly();
    }
    assertThat(ended).as("wapiti ends").isTrue();
    assertThat(report).as(Files.readString(folder.resolve("wapiti.log"))).exists();
  }

  private List<String> findings(Path report) throws Exception {
    List<String> findings = new ArrayList<>();
    JsonNode kinds = json.readTree(report.toFile()).get("vulnerabilities");
    kinds
        .fields()
        .forEachRemaining(
            kind -> {
              for (JsonNode finding : kind.getValue()) {
                String info = finding.path("info").asText();
                String request = finding.path("http_request").asText();
                if (ACCEPTED.stream().noneMatch(info::contains) && !isRefusedEitherWay(request)) {
                  findings.add(kind.getKey() + ": " + info + "\n" + request);
                }
              }
            });
    return findings;
  }

  /**
   * A file that is no certificate is answered with a 404, and without the token with a 403: to the
   * scanner both are refusals, and so it thinks that nobody looked at the token.
   */
  private static boolean isRefusedEitherWay(String request) {
    return request.startsWith("POST /certificates ") && request.contains("name=\"_csrf\"");
  }

  private static boolean isInstalled() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(place -> Files.isExecutable(Path.of(place, "wapiti")));
  }
}
