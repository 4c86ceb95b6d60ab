package br.gov.sp.prefeitura.redeinfo.pilot;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.ManyPilots;
import br.gov.sp.prefeitura.redeinfo.support.TestBodies;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages of pilots over HTTP, among few of them and among many. */
@Tag("benchmark")
@IntegrationTest
@DisplayName("The pages of pilots")
class PilotBenchmarkTest {

  private static final Logger LOG = LoggerFactory.getLogger(PilotBenchmarkTest.class);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String FIRST_BYTE = "CSV, its first byte";
  private static final int FEW = 50;
  private static final int MANY = 5_000;
  private static final int WARM_UP = 20;
  private static final int ROUNDS = 60;

  /** Noise of a busy machine; what grows with the number would be a hundred times as long. */
  private static final double SAME = 3;

  @Autowired ManyPilots pilots;
  @Autowired TestPeople people;
  @Autowired TestBodies bodies;

  @Test
  @DisplayName("open as fast among five thousand with fifty thousand reports as among fifty")
  void openAsFast() {
    List<Body> leading = Stream.generate(bodies::make).limit(20).toList();
    Person writer = people.withFunction(Function.VOLUNTEER, leading.get(0).slug());
    Visitor member = people.signIn(writer);
    Visitor desk = people.signIn(people.withFunction(Function.COORDINATION, "seri"));
    Visitor elector = people.signIn(people.withFunction(Function.CIGA, "seri"));
    Visitor anybody = people.visitor();

    long one = pilots.make(FEW, leading, writer.id());
    Map<String, Runnable> pages = new LinkedHashMap<>();
    pages.put("board, as a member", () -> get(member, "/pilots"));
    pages.put("board, as the coordination", () -> get(desk, "/pilots"));
    pages.put("board, as the committee", () -> get(elector, "/pilots"));
    pages.put("late ones of one theme", () -> get(desk, "/pilots?late=true&theme=PARTICIPATION"));
    pages.put("search by words, as a member", () -> get(member, "/pilots?q=podas+bairro7"));
    pages.put(
        "similar ones, while a title is typed",
        () -> get(member, "/pilots/similar?title=Mapa+das+podas+do+bairro7"));
    pages.put("list of a stage", () -> get(desk, "/pilots?stage=EXECUTION"));
    pages.put("project page", () -> get(member, "/pilots/" + one));
    pages.put("its place in the process", () -> get(member, "/pilots/" + one + "/process"));
    pages.put("public list", () -> get(anybody, "/projects"));
    pages.put("public search", () -> get(anybody, "/projects?q=podas+bairro7"));
    pages.put("public project page", () -> get(anybody, "/projects/" + one));
    Map<String, Long> few = measure(pages);
    few.put(FIRST_BYTE, firstByte(anybody));
    pilots.make(MANY - FEW, leading, writer.id());
    Map<String, Long> many = measure(pages);
    many.put(FIRST_BYTE, firstByte(anybody));

    few.keySet()
        .forEach(
            page ->
                LOG.info("{}: {} µs of 50, {} µs of 5,000", page, few.get(page), many.get(page)));
    long start = System.nanoTime();
    get(anybody, "/projects.csv");
    LOG.info("whole CSV of 5,000: {} ms", (System.nanoTime() - start) / 1_000_000);
    assertThat(few.keySet())
        .allSatisfy(
            page -> assertThat((double) many.get(page)).as(page).isLessThan(SAME * few.get(page)));
  }

  private static Map<String, Long> measure(Map<String, Runnable> pages) {
    Map<String, Long> medians = new LinkedHashMap<>();
    pages.forEach(
        (name, page) -> {
          long[] micros = new long[ROUNDS];
          for (int i = -WARM_UP; i < ROUNDS; i++) {
            long start = System.nanoTime();
            page.run();
            if (i >= 0) {
              micros[i] = (System.nanoTime() - start) / 1000;
            }
          }
          medians.put(name, median(micros));
        });
    return medians;
  }

  private static void get(Visitor visitor, String path) {
    assertThat(visitor.get(path).statusCode()).as(path).isEqualTo(200);
  }

  /** The rest is read before the next is asked for, and not counted. */
  private static long firstByte(Visitor visitor) {
    long[] micros = new long[ROUNDS];
    for (int i = -WARM_UP; i < ROUNDS; i++) {
      long start = System.nanoTime();
      try (InputStream body = open(visitor.address() + "/projects.csv")) {
        assertThat(body.read()).isPositive();
        if (i >= 0) {
          micros[i] = (System.nanoTime() - start) / 1000;
        }
        body.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return median(micros);
  }

  private static InputStream open(String address) throws IOException {
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
      return CLIENT.send(request, BodyHandlers.ofInputStream()).body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static long median(long[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
