package br.gov.sp.prefeitura.redeinfo.attack;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.support.Browser;
import br.gov.sp.prefeitura.redeinfo.support.Browser.Screen;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
@Tag(Attack.TAG)
@DisplayName("Tasklist, asked for over six connections at once")
class TasklistUnderLoadTest {

  private static final String TASKLIST = "/camunda/app/tasklist/default/";
  private static final int CONNECTIONS = 6;
  private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]+)\"");

  @Autowired TestPeople people;
  @LocalServerPort int port;

  @Test
  @DisplayName("gives each page a nonce of its own, the one its policy names")
  void givesEachPageANonceOfItsOwn() throws Exception {
    int loads = Attack.count(120, 1500);
    Visitor visitor = people.signIn(people.withFunction(Function.HEAD, "svma"));
    Set<String> nonces = ConcurrentHashMap.newKeySet();

    overConnections(loads, load -> nonces.add(nonceOf(visitor.get(TASKLIST))));

    assertThat(nonces).hasSize(loads);
  }

  private static String nonceOf(HttpResponse<String> page) {
    String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
    Matcher nonce = NONCE.matcher(page.body());
    assertThat(nonce.find()).isTrue();
    String first = nonce.group(1);
    do {
      assertThat(policy).contains("'nonce-" + nonce.group(1) + "'");
    } while (nonce.find());
    return first;
  }

  @Test
  @DisplayName("is never blank in a browser")
  void isNeverBlank() throws Exception {
    Person head = people.withFunction(Function.HEAD, "svma");
    Visitor crowd = people.signIn(head);
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService connections = Executors.newFixedThreadPool(CONNECTIONS);
    try (Browser browser = Browser.launch()) {
      for (int i = 0; i < CONNECTIONS; i++) {
        connections.submit(() -> keepAsking(crowd, over));
      }
      for (int load = 0; load < Attack.count(2, 20); load++) {
        Page page = browser.page("http://localhost:" + port, Screen.DESKTOP);
        Browser.signIn(page, head.username(), TestPeople.PASSWORD);
        page.navigate(TASKLIST);
        page.waitForSelector(".task-filters .task-filter");
        assertThat(page.locator(".task-filters .task-filter").count()).isGreaterThan(3);
        page.context().close();
      }
    } finally {
      over.set(true);
      connections.shutdownNow();
    }
  }

  private static void keepAsking(Visitor visitor, AtomicBoolean over) {
    while (!over.get()) {
      visitor.get(TASKLIST);
      visitor.get("/camunda/lib/deps.js");
      visitor.getJson("/camunda/api/engine/engine/default/filter?resourceType=Task&maxResults=50");
    }
  }

  private static void overConnections(int times, IntConsumer action) throws Exception {
    ExecutorService connections = Executors.newFixedThreadPool(CONNECTIONS);
    try {
      List<Future<?>> loads = new ArrayList<>();
      IntStream.range(0, times).forEach(i -> loads.add(connections.submit(() -> action.accept(i))));
      for (Future<?> load : loads) {
        load.get();
      }
    } finally {
      connections.shutdownNow();
    }
  }
}
