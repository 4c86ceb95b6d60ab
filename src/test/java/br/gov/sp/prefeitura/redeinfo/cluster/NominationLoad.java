package br.gov.sp.prefeitura.redeinfo.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.support.NominationLife;
import br.gov.sp.prefeitura.redeinfo.support.TasklistClient;
import br.gov.sp.prefeitura.redeinfo.support.TasklistClient.VisibleTask;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * People who lead nominations from the opened round to the mandate, one after the other, through
 * whatever node answers. Who gets no answer does what a person does: looks again, and repeats what
 * is still to be done. Jobs are the nodes'; nothing of them runs in the test's own process.
 */
final class NominationLoad implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final List<String> SEATS = List.of("openTitular", "openSuplente");

  /** As the assertions of the clients say it. */
  private static final Pattern STATUS = Pattern.compile("but was: (\\d{3})");

  private static final AtomicInteger COUNTER = new AtomicInteger();

  private final NominationLife life;
  private final TestPeople people;
  private final int port;
  private final Person coordinator;
  private final List<Thread> threads = new ArrayList<>();
  private final Queue<Long> nominations = new ConcurrentLinkedQueue<>();
  private final NavigableSet<Long> answers = new ConcurrentSkipListSet<>();
  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicInteger unanswered = new AtomicInteger();
  private final Queue<String> unexpected = new ConcurrentLinkedQueue<>();
  private final Queue<String> errors = new ConcurrentLinkedQueue<>();
  private volatile boolean stopping;

  /**
   * @param port of the address that people know
   */
  NominationLoad(NominationLife life, TestPeople people, int port, int teams) {
    this.life = life;
    this.people = people;
    this.port = port;
    // One for all teams: each that there is gets a notice of every nomination.
    this.coordinator = people.withFunction(Function.COORDINATION, "cgm");
    for (int i = 0; i < teams; i++) {
      Thread team = new Thread(this::work, "team-" + i);
      threads.add(team);
      team.start();
    }
  }

  private void work() {
    while (!stopping) {
      try {
        lead();
      } catch (RuntimeException | AssertionError e) {
        unexpected.add(e.toString());
        return;
      }
    }
  }

  private void lead() {
    // Anew as a whole when the database fails: who knows how much of it was committed.
    Asked asked = patiently(this::open);
    Body body = asked.body();
    long nomination = asked.nomination();
    nominations.add(nomination);
    Visitor atCoordination = signIn(coordinator);
    String suffix = "-carga" + COUNTER.incrementAndGet();
    answer(
        nomination,
        NominationLife.INDICATE,
        signIn(asked.office()),
        NominationLife.servant(SEATS.get(0), local(0, suffix), body),
        NominationLife.servant(SEATS.get(1), local(1, suffix), body));
    for (int seat = 0; seat < SEATS.size(); seat++) {
      String local = local(seat, suffix);
      Person nominee = patiently(() -> life.nominee(local, body));
      answer(nomination, NominationLife.ACCEPT, signIn(nominee), Map.of("answer", "accept"));
    }
    answer(nomination, NominationLife.APPROVE, signIn(asked.head()), Map.of("choice", "approve"));
    answer(nomination, NominationLife.VALIDATE, atCoordination, Map.of("check", "valid"));
    answer(nomination, NominationLife.PUBLISH, atCoordination, life.publication());
  }

  private Asked open() {
    Body body = life.body();
    Person office = people.withFunction(Function.OFFICE, body.slug());
    Person head = people.withFunction(Function.HEAD, body.slug());
    long nomination =
        life.openOnly(coordinator, List.of(body), Set.of(Track.OPEN_GOVERNMENT)).get(body.id());
    return new Asked(body, nomination, office, head);
  }

  private record Asked(Body body, long nomination, Person office, Person head) {}

  private static String local(int seat, String suffix) {
    return SEATS.get(seat).toLowerCase(Locale.ROOT) + suffix;
  }

  /** What the test prepares, and what jobs prepare, takes a moment, longer in an outage. */
  private static <T> T patiently(Supplier<T> work) {
    return await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .ignoreExceptions()
        .until(work::get, result -> result != null);
  }

  private Visitor signIn(Person person) {
    for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end; pause()) {
      try {
        Visitor visitor = Visitor.at(port).signIn(person.username(), TestPeople.PASSWORD);
        answers.add(System.nanoTime());
        return visitor;
      } catch (UncheckedIOException | NoSuchElementException | AssertionError e) {
        noteRefusal(e);
      }
    }
    throw new IllegalStateException(person.username() + " cannot sign in");
  }

  @SafeVarargs
  private void answer(
      long nomination, String taskKey, Visitor person, Map<String, Object>... values) {
    Map<String, Object> all = new LinkedHashMap<>();
    Stream.of(values).forEach(all::putAll);
    TasklistClient tasklist = new TasklistClient(person);
    boolean sentInVain = false;
    for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end; pause()) {
      try {
        List<VisibleTask> tasks =
            tasklist.tasks(String.valueOf(nomination)).stream()
                .filter(task -> task.key().equals(taskKey))
                .toList();
        answers.add(System.nanoTime());
        if (tasks.isEmpty()) {
          if (sentInVain) {
            return; // it had been taken, only the answer was lost
          }
          continue;
        }
        VisibleTask task = tasks.get(0);
        if (task.assignee() == null && !succeeds(tasklist.claim(task.id()))) {
          continue;
        }
        sentInVain = true;
        if (succeeds(tasklist.submit(task.id(), all))) {
          accepted.incrementAndGet();
          return;
        }
      } catch (UncheckedIOException | NoSuchElementException | AssertionError e) {
        noteRefusal(e);
      }
    }
    throw new IllegalStateException(taskKey + " of " + nomination + " never got through");
  }

  private boolean succeeds(HttpResponse<String> answer) {
    answers.add(System.nanoTime());
    if (answer.statusCode() != 204) {
      note(answer.statusCode(), answer.body());
    }
    return answer.statusCode() == 204;
  }

  private void noteRefusal(Throwable failure) {
    Matcher status = STATUS.matcher(String.valueOf(failure.getMessage()));
    // Without an answer to the page with the form there is no token to send.
    if (failure instanceof UncheckedIOException || failure instanceof NoSuchElementException) {
      unanswered.incrementAndGet();
    } else {
      note(status.find() ? Integer.parseInt(status.group(1)) : 0, failure.getMessage());
    }
  }

  private void note(int status, String text) {
    if (status == 502) {
      unanswered.incrementAndGet();
    } else if (status >= 500) {
      errors.add(status + " " + text);
    } else {
      unexpected.add(status + " " + text);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(25);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until so many more submissions were accepted. */
  void awaitAccepted(int more) {
    int now = accepted.get();
    await("accepted submissions")
        .atMost(PATIENCE)
        .until(() -> accepted.get() >= now + more || !unexpected.isEmpty());
    assertThat(unexpected).isEmpty();
  }

  /** The longest time without any answer since the moment (of {@link System#nanoTime()}). */
  Duration longestSilenceSince(long moment) {
    long longest = 0;
    long last = moment;
    for (long answer : answers.tailSet(moment)) {
      longest = Math.max(longest, answer - last);
      last = answer;
    }
    return Duration.ofNanos(Math.max(longest, System.nanoTime() - last));
  }

  int unanswered() {
    return unanswered.get();
  }

  /** Answers that were faults of the application's, 5xx. */
  List<String> errors() {
    return List.copyOf(errors);
  }

  int accepted() {
    return accepted.get();
  }

  /** Lets every team finish the nomination it is at; all of them, by id. */
  List<Long> finish() throws InterruptedException {
    stopping = true;
    for (Thread thread : threads) {
      thread.join(PATIENCE.toMillis());
    }
    assertThat(unexpected).isEmpty();
    return List.copyOf(nominations);
  }

  @Override
  public void close() {
    stopping = true;
    threads.forEach(Thread::interrupt);
  }
}
