package br.gov.sp.prefeitura.redeinfo.attack;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.attack.HostileRequests.Session;
import br.gov.sp.prefeitura.redeinfo.attack.RawHttp.Answer;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.routes.Route;
import br.gov.sp.prefeitura.redeinfo.routes.RouteInventory;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

@IntegrationTest
@Tag(Attack.TAG)
@DisplayName("Requests that chance made wrong, from every role")
class MalformedRequestsTest {

  private static final long SEED = 20170518;

  /** Would end the session, count as guesses of passwords, or set off what concerns everybody. */
  private static final List<String> LEFT_OUT =
      List.of("logout", "login", "password", "cleanup", "-async", "authorization/create");

  private static final List<String> TECHNICAL =
      List.of(
          "Exception",
          "org.springframework",
          "org.camunda",
          "org.apache",
          "br.gov.sp.prefeitura.redeinfo",
          "java.lang",
          "jakarta.",
          "at com.",
          "PSQL",
          "ENGINE-",
          "SELECT ");

  @Autowired TestPeople people;
  @Autowired ServletWebServerApplicationContext context;
  @LocalServerPort int port;

  @Test
  @DisplayName("are never answered with a 5xx or the name of a class")
  void areAnswered() throws Exception {
    List<Route> routes =
        Stream.concat(
                RouteInventory.ofSpring(context).stream(),
                RouteInventory.ofWebapps(context).stream())
            .filter(route -> LEFT_OUT.stream().noneMatch(route.path()::contains))
            .toList();
    List<Optional<Function>> roles = new ArrayList<>(List.of(Optional.empty()));
    Stream.of(Function.values())
        .filter(
            function -> function != Function.FOCAL_POINT) // needs a seat; a volunteer may as much
        .map(Optional::of)
        .forEach(roles::add);
    int each = Attack.count(360, 10_000) / roles.size() + 1;
    ExecutorService senders = Executors.newFixedThreadPool(4);
    try {
      List<Future<List<String>>> sent = new ArrayList<>();
      for (int i = 0; i < roles.size(); i++) {
        Optional<Function> role = roles.get(i);
        long seed = SEED + i;
        sent.add(senders.submit(() -> send(role, routes, seed, each)));
      }
      List<String> faults = new ArrayList<>();
      for (Future<List<String>> role : sent) {
        faults.addAll(role.get());
      }
      assertThat(faults).isEmpty();
    } finally {
      senders.shutdownNow();
    }
  }

  private List<String> send(Optional<Function> role, List<Route> routes, long seed, int times) {
    Session session = role.map(this::signedIn).orElse(new Session("", "none"));
    HostileRequests requests = new HostileRequests(seed);
    Random random = new Random(seed);
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      Route route = routes.get(random.nextInt(routes.size()));
      boolean mayWrite = !role.equals(Optional.of(Function.ADMINISTRATOR)) || asks(route, routes);
      byte[] request = requests.next(route.path(), mayWrite, session);
      Answer answer = RawHttp.send(port, request);
      if (isFault(answer)) {
        faults.add(
            "%s, %d: %s\n-> %s"
                .formatted(
                    role.map(Enum::name).orElse("nobody"),
                    i,
                    clip(new String(request, StandardCharsets.UTF_8)),
                    clip(answer.text())));
      }
    }
    return faults;
  }

  /** Administrators operate: of their posts only those that put a query into the body. */
  private static boolean asks(Route route, List<Route> routes) {
    return route.method().equals("POST") && routes.contains(new Route("GET", route.path()));
  }

  private static boolean isFault(Answer answer) {
    return answer.status() == 0
        || answer.status() >= 500
        || answer.status() >= 400 && TECHNICAL.stream().anyMatch(answer.text()::contains);
  }

  private Session signedIn(Function function) {
    Person person = people.withFunction(function, "svma");
    Visitor visitor = people.signIn(person);
    return new Session(
        SessionProxy.cookiesOf(visitor), visitor.cookie("XSRF-TOKEN").orElse("none"));
  }

  private static String clip(String text) {
    return text.length() > 700 ? text.substring(0, 700) + "…" : text;
  }
}
