package br.gov.sp.prefeitura.redeinfo.statute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.statute.Statutes.Way;
import br.gov.sp.prefeitura.redeinfo.statute.domain.Draft;
import br.gov.sp.prefeitura.redeinfo.statute.domain.Publication;
import br.gov.sp.prefeitura.redeinfo.statute.domain.StatuteDesk;
import br.gov.sp.prefeitura.redeinfo.statute.domain.StatuteText;
import br.gov.sp.prefeitura.redeinfo.statute.domain.StatuteVersion;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.StatuteLife;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.TrainingLife;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@DisplayName("The statute")
class StatutesTest {

  @Autowired Statutes statutes;
  @Autowired StatuteDesk desk;
  @Autowired StatuteLife life;
  @Autowired TrainingLife training;
  @Autowired TestPeople people;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @Test
  @DisplayName("in force is the version published last, and each has the next number")
  void inForce() {
    StatuteVersion first = life.publish();
    StatuteVersion second = life.publish();

    assertThat(second.number()).isEqualTo(first.number() + 1);
    assertThat(statutes.inForce())
        .hasValueSatisfying(
            version -> {
              assertThat(version.id()).isEqualTo(second.id());
              assertThat(version.title()).isEqualTo(second.act());
              assertThat(version.path()).isEqualTo("/statute/" + second.number());
            });
  }

  @Test
  @DisplayName("once published never changes, whoever tries")
  void isFinal() {
    StatuteVersion version = life.publish();

    for (String change :
        List.of(
            "UPDATE statute_version SET roles = 'x' WHERE id = ?",
            "DELETE FROM statute_version WHERE id = ?")) {
      assertThatThrownBy(() -> jdbc.sql(change).param(version.id()).update())
          .hasMessageContaining("never changes");
    }
  }

  @Test
  @DisplayName("is accepted once per person and version, and the first acceptance stays")
  void acceptance() {
    StatuteVersion version = life.publish();
    Person one = people.person("svma");
    Person other = people.person("svma");

    accept(one, version.id(), Way.ENLISTMENT);
    accept(one, version.id(), Way.NOMINATION);

    assertThat(statutes.accepted(List.of(one.id(), other.id()))).containsExactly(one.id());
    assertThat(
            jdbc.sql("SELECT way FROM statute_acceptance WHERE person_id = ?")
                .param(one.id())
                .query(String.class)
                .list())
        .containsExactly("ENLISTMENT");
    assertThat(statutes.accepted(List.of())).isEmpty();
  }

  @Test
  @DisplayName(
      "is accepted in the version in force only: what one has not read one does not accept")
  void onlyInForce() {
    StatuteVersion old = life.publish();
    life.publish();
    Person person = people.person("svma");

    assertThatThrownBy(() -> accept(person, old.id(), Way.ENLISTMENT))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT));
    assertThat(statutes.accepted(List.of(person.id()))).isEmpty();
  }

  @Test
  @DisplayName(
      "is written by the coordination alone, and nobody overwrites what they have not read")
  void draft() {
    var coordinator = training.signedIn(people.withFunction(Function.COORDINATION, "cgm"));
    var stranger = training.signedIn(people.person("svma"));
    StatuteText text = new StatuteText("Um", "Dois", "", "");
    Draft read = desk.draft();

    Draft saved = desk.save(read.revision(), text, coordinator);

    assertThat(saved.text()).isEqualTo(text);
    assertThat(saved.savedBy()).isEqualTo(coordinator.personId());
    assertThat(refused(() -> desk.save(read.revision(), text, coordinator)))
        .isEqualTo("statute.draft-changed");
    assertThat(refused(() -> desk.save(saved.revision(), text, stranger)))
        .isEqualTo("statute.coordination-only");
    assertThat(refused(() -> desk.publish(saved.revision(), life.publication(), coordinator)))
        .as("with empty sections")
        .isEqualTo("statute.required");
    desk.discard(saved.revision(), coordinator);
    assertThat(desk.draft().revision()).isZero();
  }

  @Test
  @DisplayName("names its act: what is missing or cannot be is said at its field")
  void publication() {
    var coordinator = training.signedIn(people.withFunction(Function.COORDINATION, "cgm"));
    LocalDate day = LocalDate.of(2017, 6, 9);
    Map<String, Publication> wrong =
        Map.of(
            "act statute.required", new Publication(" ", null, day, day, null),
            "seiNumber statute.sei-number", new Publication("Ato", "6067.2017", day, day, null),
            "actDay statute.day", new Publication("Ato", null, null, day, null),
            "gazetteDay statute.gazette-before-act",
                new Publication("Ato", null, day, day.minusDays(1), null),
            "gazetteDay statute.gazette-future",
                new Publication("Ato", null, day, LocalDate.of(2999, 1, 1), null),
            "gazetteLink statute.address",
                new Publication("Ato", null, day, day, "javascript:alert(1)"));

    wrong.forEach(
        (expected, publication) ->
            assertThatThrownBy(() -> desk.publish(1, publication, coordinator))
                .isInstanceOfSatisfying(
                    Refusal.class,
                    refusal ->
                        assertThat(refusal.violations())
                            .extracting(found -> found.field() + " " + found.code())
                            .containsExactly(expected)));
  }

  private void accept(Person person, long version, Way way) {
    transaction.executeWithoutResult(status -> statutes.accept(person.id(), version, way));
  }

  private static String refused(Runnable action) {
    try {
      action.run();
    } catch (Refusal refusal) {
      return refusal.violations().get(0).code();
    }
    return null;
  }
}
