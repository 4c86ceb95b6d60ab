package br.gov.sp.prefeitura.redeinfo.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.identity.IdentityProperties;
import br.gov.sp.prefeitura.redeinfo.identity.domain.PasswordCheck.Result;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.shared.time.MovableClock;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("Whoever guesses a password")
class ThrottleTest {

  private static final String ATTACKER = "203.0.113.7";
  private static final String OWNER = "198.51.100.9";
  private static final int FREE = 5;

  @Autowired PasswordCheck passwords;
  @Autowired KnownDevices devices;
  @Autowired IdentityProperties properties;
  @Autowired TestPeople people;
  @Autowired MovableClock clock;

  private Person owner;
  private Instant start;

  @BeforeEach
  void setUp() {
    owner = people.person("svma");
    start = Instant.now();
  }

  @Test
  @DisplayName("waits longer and longer, even with the right password at last")
  void waitsLongerAndLonger() {
    for (int i = 0; i < FREE; i++) {
      assertThat(guess(ATTACKER, null).delay()).isNull();
    }
    assertThat(right(ATTACKER, null).delay())
        .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(3));
    at(Duration.ofSeconds(3), () -> assertThat(guess(ATTACKER, null).delay()).isNull());
    at(
        Duration.ofSeconds(4),
        () ->
            assertThat(right(ATTACKER, null).delay())
                .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4)));
    Duration moment = Duration.ofHours(1);
    for (int i = 0; i < 12; i++) {
      at(moment, () -> assertThat(guess(ATTACKER, null).delay()).isNull());
      moment = moment.plusMinutes(20);
    }
    at(
        moment.minusMinutes(20).plusSeconds(1),
        () -> assertThat(guess(ATTACKER, null).delay()).isGreaterThan(Duration.ofMinutes(14)));
  }

  @Test
  @DisplayName(
      "keeps the owner out neither elsewhere nor behind the same address in a known browser")
  void ownerGetsIn() {
    String device = devices.remember(null, owner.id());
    for (int i = 0; i < FREE; i++) {
      guess(ATTACKER, null);
    }
    assertThat(guess(ATTACKER, null).delay()).isNotNull();
    assertThat(right(OWNER, null).account()).isNotNull();
    assertThat(right(ATTACKER, device).account()).isNotNull();
  }

  @Test
  @DisplayName("gains nothing by many addresses, and still the owner's browser gets in")
  void manyAddresses() {
    String device = devices.remember(null, owner.id());
    for (int i = 0; i < properties.account().free(); i++) {
      assertThat(guess("192.0.2." + i, null).delay()).isNull();
    }
    assertThat(guess("192.0.2.200", null).delay()).isNotNull();
    assertThat(right("192.0.2.201", device).account()).isNotNull();
  }

  @Test
  @DisplayName("gets no more tries by guessing at the same moment")
  void sameMoment() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      List<Future<Result>> answers =
          pool.invokeAll(
              java.util.stream.IntStream.range(0, 16)
                  .mapToObj(i -> (Callable<Result>) () -> guess(ATTACKER, null))
                  .toList());
      long checked = 0;
      for (Future<Result> answer : answers) {
        if (answer.get().delay() == null) {
          checked++;
        }
      }
      assertThat(checked).isEqualTo(FREE);
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  @DisplayName("with a stolen browser cookie has that browser's budget alone")
  void stolenDevice() {
    String device = devices.remember(null, owner.id());
    for (int i = 0; i < FREE; i++) {
      guess(ATTACKER, device);
    }
    assertThat(guess(OWNER, device).delay()).isNotNull();
    assertThat(right(OWNER, null).account()).isNotNull();
  }

  @Test
  @DisplayName("finds the budget of an unknown name just as limited")
  void unknownName() {
    for (int i = 0; i < FREE; i++) {
      assertThat(passwords.check("ninguem." + owner.id(), "errada", ATTACKER, null).delay())
          .isNull();
    }
    assertThat(passwords.check("ninguem." + owner.id(), "errada", ATTACKER, null).delay())
        .isNotNull();
  }

  @Test
  @DisplayName("is forgotten after the owner got in, and after a day")
  void isForgotten() {
    for (int i = 0; i < FREE - 1; i++) {
      guess(OWNER, null);
    }
    assertThat(right(OWNER, null).account()).isNotNull();
    for (int i = 0; i < FREE; i++) {
      assertThat(guess(OWNER, null).delay()).isNull();
    }
    at(
        Duration.ofHours(25),
        () -> {
          for (int i = 0; i < FREE; i++) {
            assertThat(guess(OWNER, null).delay()).isNull();
          }
        });
  }

  private Result guess(String address, String device) {
    return passwords.check(owner.username(), "nao e esta senha", address, device);
  }

  private Result right(String address, String device) {
    return passwords.check(owner.username(), TestPeople.PASSWORD, address, device);
  }

  private void at(Duration later, Runnable work) {
    clock.callAt(
        start.plus(later),
        (Supplier<Void>)
            () -> {
              work.run();
              return null;
            });
  }
}
