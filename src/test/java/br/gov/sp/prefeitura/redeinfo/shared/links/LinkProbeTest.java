package br.gov.sp.prefeitura.redeinfo.shared.links;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A link that is looked after")
class LinkProbeTest {

  private final CopyOnWriteArrayList<String> asked = new CopyOnWriteArrayList<>();
  private final LinkProbe probe =
      new LinkProbe(address -> address.getHostAddress().equals("127.0.0.1"), port -> true);

  private HttpServer server;
  private String home;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    int port = server.getAddress().getPort();
    home = "http://127.0.0.1:" + port;
    answer("/there", 200, null);
    answer("/gone", 404, null);
    answer("/broken", 500, null);
    answer("/members", 403, null);
    answer("/moved", 301, "/there");
    answer("/moved-away", 302, "/gone");
    answer("/round", 302, "/round");
    answer("/inside", 302, "http://127.0.0.2:" + port + "/there");
    answer("/file", 302, "file:///etc/passwd");
    server.createContext(
        "/no-head",
        exchange -> reply(exchange, exchange.getRequestMethod().equals("HEAD") ? 405 : 206, null));
    server.createContext(
        "/endless",
        exchange -> {
          if (exchange.getRequestMethod().equals("HEAD")) {
            reply(exchange, 500, null);
            return;
          }
          exchange.sendResponseHeaders(200, 0);
          byte[] piece = new byte[64 * 1024];
          try (var out = exchange.getResponseBody()) {
            for (int i = 0; i < 10_000; i++) {
              out.write(piece);
            }
          } catch (IOException e) {
            // Whoever asked has heard enough.
          }
        });
    server.start();
  }

  private void answer(String path, int status, String location) {
    server.createContext(path, exchange -> reply(exchange, status, location));
  }

  private void reply(HttpExchange exchange, int status, String location) throws IOException {
    asked.add(exchange.getRequestURI().getPath());
    if (location != null) {
      exchange.getResponseHeaders().add("Location", location);
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  @AfterEach
  void end() throws IOException {
    server.stop(0);
    probe.destroy();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/there", "/moved", "/no-head", "/members", "/endless"})
  @DisplayName("works if something answers there, also elsewhere, or lets only some in")
  void works(String path) {
    long began = System.nanoTime();
    assertThat(probe.isAlive(home + path)).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  @DisplayName("leaves no connection behind, however many lead to one server")
  void leavesNoConnection() {
    for (int i = 0; i < 30; i++) {
      assertThat(probe.isAlive(home + (i % 2 == 0 ? "/endless" : "/there"))).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/gone", "/broken", "/moved-away", "/round"})
  @DisplayName("leads nowhere if nothing is there, or nothing but redirects")
  void leadsNowhere(String path) {
    assertThat(probe.isAlive(home + path)).isFalse();
  }

  @Test
  @DisplayName("leads nowhere if nobody listens or there is no such name")
  void nobodyListens() {
    server.stop(0);
    assertThat(probe.isAlive(home + "/there")).isFalse();
    assertThat(probe.isAlive("http://nowhere.invalid/")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/inside", "/file"})
  @DisplayName("is not followed to where we do not go")
  void isNotFollowedInside(String path) {
    assertThat(probe.isAlive(home + path)).isFalse();
    assertThat(asked).doesNotContain("/there");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "2130706433", "127.1", "[::ffff:127.0.0.1]"})
  @DisplayName("never leads to this machine, whatever it is called")
  void thisMachine(String host) throws IOException {
    LinkProbe real = new LinkProbe(new PublicAddresses(), port -> true);
    int port = server.getAddress().getPort();
    assertThat(real.isAlive("http://" + host + ":" + port + "/there")).isFalse();
    assertThat(asked).isEmpty();
    real.destroy();
  }

  @Test
  @DisplayName("is asked on the ports of the web alone, and without passwords")
  void portsOfTheWeb() throws IOException {
    LinkProbe real = new LinkProbe(address -> true, port -> port == 80 || port == 443);
    assertThat(real.isAlive(home + "/there")).isFalse();
    assertThat(probe.isAlive(home.replace("127.0.0.1", "a:b@127.0.0.1") + "/there")).isFalse();
    assertThat(asked).isEmpty();
    real.destroy();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.168.1.1",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fc00::1",
        "fd12::1",
        "ff02::1",
        "64:ff9b::a00:1",
        "2001:db8::1",
        "2002:7f00:1::",
        "::ffff:10.0.0.1"
      })
  @DisplayName("never leads to an address that is not anybody's")
  void notPublic(String address) throws IOException {
    assertThat(new PublicAddresses().test(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "200.160.2.3", "2001:12ff::1", "2804:10::1"})
  @DisplayName("may lead to every other address")
  void isPublic(String address) throws IOException {
    assertThat(new PublicAddresses().test(InetAddress.getByName(address))).isTrue();
  }

  @Test
  @DisplayName("leads nowhere if it is no address")
  void noAddress() {
    assertThat(probe.isAlive("http://a b/")).isFalse();
    assertThat(probe.isAlive("mailto:a@b")).isFalse();
  }
}
