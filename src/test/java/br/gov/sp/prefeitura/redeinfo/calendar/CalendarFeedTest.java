package br.gov.sp.prefeitura.redeinfo.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.identity.Accounts;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.support.Calendars;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestDates;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
@DisplayName("The personal address of a calendar")
class CalendarFeedTest {

  private static final Pattern ADDRESS =
      Pattern.compile("value=\"\\S*(/calendar/feed/[A-Za-z0-9_-]{43}\\.ics)\"");

  @Autowired TestPeople people;
  @Autowired TestDates dates;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  private Person person;
  private Visitor visitor;
  private Instant now;

  @BeforeEach
  void register() {
    person = people.person("svma");
    visitor = people.signIn(person);
    now = clock.instant();
  }

  @Test
  @DisplayName("gives a program the person's dates, without signing in")
  void readsDates() {
    dates.plan(person.id(), "O que vem", now.plus(3, ChronoUnit.DAYS));
    dates.plan(person.id(), "Há pouco", now.minus(30, ChronoUnit.DAYS));
    dates.plan(person.id(), "Há muito", now.minus(120, ChronoUnit.DAYS));
    dates.cancel(dates.plan(person.id(), "O que não vem", now.plus(4, ChronoUnit.DAYS)));
    dates.plan(people.person("svma").id(), "De outra pessoa", now.plus(3, ChronoUnit.DAYS));
    String address = make();

    HttpResponse<byte[]> answer = people.visitor().download(address);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .isEqualTo("text/calendar;charset=UTF-8");
    assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
        .isEqualTo("max-age=900, private");
    assertThat(Calendars.read(answer.body()).<VEvent>getComponents(Component.VEVENT))
        .extracting(event -> Calendars.value(event, Property.SUMMARY))
        .containsExactly("Há pouco", "O que vem", "O que não vem");
  }

  @Test
  @DisplayName("answers 304 while nothing has changed, and anew when something has")
  void sparesReading() {
    CalendarEntry entry = dates.plan(person.id(), "Encontro", now.plus(3, ChronoUnit.DAYS));
    String address = make();
    String tag = people.visitor().get(address).headers().firstValue("ETag").orElseThrow();

    assertThat(again(address, tag).statusCode()).isEqualTo(304);
    dates.cancel(entry);
    assertThat(again(address, tag).statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName(
      "is void when a new one is made, when it is revoked, and when its owner may not sign in")
  void becomesVoid() {
    String first = make();
    String second = make();
    assertThat(people.visitor().get(first).statusCode()).isEqualTo(404);
    assertThat(people.visitor().get(second).statusCode()).isEqualTo(200);

    accounts.disable(person.id());
    assertThat(people.visitor().get(second).statusCode()).isEqualTo(404);
    accounts.enable(person.id());
    visitor = people.signIn(person);

    assertThat(visitor.post("/calendar/feed/revocation", Map.of()).statusCode()).isEqualTo(302);
    assertThat(visitor.get("/calendar").body()).contains("O endereço foi anulado");
    assertThat(people.visitor().get(second))
        .satisfies(
            answer -> {
              assertThat(answer.statusCode()).isEqualTo(404);
              assertThat(answer.body()).contains("não existe ou foi anulado");
            });
  }

  @Test
  @DisplayName("is shown once and stored as a digest alone")
  void isKeptNowhere() {
    String address = make();
    String secret = address.substring(address.lastIndexOf('/') + 1).replace(".ics", "");

    assertThat(visitor.get("/calendar").body()).doesNotContain(secret);
    assertThat(
            jdbc.sql("SELECT encode(token_hash, 'escape') FROM calendar_feed WHERE person_id = :id")
                .param("id", person.id())
                .query(String.class)
                .single())
        .doesNotContain(secret);
    assertThat(
            jdbc.sql(
                    """
                    SELECT action FROM audit_entry
                     WHERE person_id = :id AND action LIKE 'calendar-feed.%'
                    """)
                .param("id", person.id())
                .query(String.class)
                .list())
        .containsExactly("calendar-feed.made");
  }

  @Test
  @DisplayName("cannot be guessed: wrong ones are answered alike, and slowed down")
  void guessesAreSlowedDown() {
    String wrong = "/calendar/feed/" + "A".repeat(43) + ".ics";
    Visitor guesser = people.signIn(people.person("svma"));
    String address = make();
    for (int i = 0; i < 20 && guesser.get(wrong).statusCode() == 404; i++) {
      assertThat(guesser.get("/calendar/feed/" + "B".repeat(1 + i) + ".ics").statusCode())
          .isIn(404, 429);
    }

    assertThat(guesser.get(wrong).statusCode()).isEqualTo(429);
    assertThat(guesser.get(address).statusCode()).isEqualTo(429);
    assertThat(people.visitor().get(address).statusCode()).isEqualTo(200);
  }

  private String make() {
    HttpResponse<String> page = visitor.post("/calendar/feed", Map.of());
    assertThat(page.statusCode()).isEqualTo(200);
    Matcher address = ADDRESS.matcher(page.body());
    assertThat(address.find()).as("the address on the page").isTrue();
    return address.group(1);
  }

  private HttpResponse<String> again(String address, String tag) {
    return people.visitor().send(address, request -> request.header("If-None-Match", tag).GET());
  }
}
