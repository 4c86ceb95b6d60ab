package br.gov.sp.prefeitura.redeinfo.statute;

import static br.gov.sp.prefeitura.redeinfo.support.StatuteLife.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.notification.Notices;
import br.gov.sp.prefeitura.redeinfo.notification.Notices.RecentNotice;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalData;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.Retention;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.statute.Statutes.Way;
import br.gov.sp.prefeitura.redeinfo.statute.domain.AcceptanceRequests;
import br.gov.sp.prefeitura.redeinfo.statute.domain.StatuteVersion;
import br.gov.sp.prefeitura.redeinfo.support.EveryPathTest;
import br.gov.sp.prefeitura.redeinfo.support.NominationLife;
import br.gov.sp.prefeitura.redeinfo.support.StatuteLife;
import br.gov.sp.prefeitura.redeinfo.support.TestBodies;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.TrainingLife;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Walks every path of the model. */
@EveryPathTest
@DisplayName("A member who is asked to accept a new version of the statute")
public class StatuteAcceptancePathsTest {

  private static final Map<String, Object> ACCEPT = Map.of("answer", "accept");

  @Autowired StatuteLife statute;
  @Autowired Statutes statutes;
  @Autowired AcceptanceRequests requests;
  @Autowired TrainingLife life;
  @Autowired TestPeople people;
  @Autowired TestBodies bodies;
  @Autowired NominationLife nominations;
  @Autowired Appointments appointments;
  @Autowired Notices notices;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;
  @Autowired List<PersonalData> data;

  @Autowired
  @Qualifier("statutePrivacy")
  Retention questions;

  private Body body;
  private Person member;
  private StatuteVersion version;
  private long request;

  @BeforeEach
  void isAsked() {
    body = bodies.make("SECRETARIA", "RF");
    member = people.withFunction(Function.VOLUNTEER, body.slug());
    version = statute.publishFor(member);
    request = statute.request(version, member);
  }

  @Test
  @DisplayName("accepts by a task of their own, which is on record with the version and the moment")
  void accepts() {
    assertThat(statute.task(request))
        .hasValueSatisfying(
            task -> {
              assertThat(task.assignee()).isEqualTo(member.username());
              assertThat(task.candidateGroups()).isEmpty();
              assertThat(task.dueAt()).isEqualTo(requests.get(request).dueAt());
            });
    assertThat(subjects(member)).anyMatch(s -> s.startsWith("Leia e aceite o estatuto"));

    statute.answer(request, member, ACCEPT);

    assertThat(statute.state(request)).isEqualTo("ACCEPTED");
    assertThat(statutes.accepted(List.of(member.id()))).containsExactly(member.id());
    assertThat(life.instance(KEY, request)).isNull();
    assertThat(recorded()).containsExactly("statute.accepted " + member.id());
  }

  @Test
  @DisplayName("is reminded, and after the due date the office of the body hears of it")
  void isSilent() {
    Person office = people.withFunction(Function.OFFICE, body.slug());
    statute.fire(request, "boundaryEvent_AcceptanceReminder");
    assertThat(subjects(member)).anyMatch(s -> s.startsWith("Lembrete: aceite o estatuto"));
    assertThat(subjects(office)).isEmpty();

    statute.fire(request, "boundaryEvent_AcceptanceOverdue");

    assertThat(subjects(member)).anyMatch(s -> s.startsWith("Prazo vencido"));
    assertThat(subjects(office))
        .containsExactly(
            "Falta o aceite do estatuto por " + member.name() + " (" + body.acronym() + ")");
    assertThat(statute.task(request)).as("still asked").isPresent();
    statute.answer(request, member, ACCEPT);
    assertThat(statute.state(request)).isEqualTo("ACCEPTED");
  }

  @Test
  @DisplayName("may want to talk first: the coordination hears of it, the task and its date stay")
  void talksFirst() {
    Person coordinator = people.withFunction(Function.COORDINATION, "cgm");
    var dueAt = statute.task(request).orElseThrow().dueAt();

    statute.answer(request, member, Map.of("answer", "talk", "question", "E quem é cedido?"));

    assertThat(subjects(coordinator))
        .contains(member.name() + " (" + body.acronym() + ") quer conversar sobre o estatuto");
    assertThat(statute.task(request))
        .hasValueSatisfying(task -> assertThat(task.dueAt()).isEqualTo(dueAt));
    assertThat(statutes.accepted(List.of(member.id()))).isEmpty();
    assertThat(subjects(member)).filteredOn(s -> s.startsWith("Leia e aceite")).hasSize(1);
    statute.answer(request, member, ACCEPT);
    assertThat(recorded())
        .containsExactly(
            "statute.question-asked " + member.id(), "statute.accepted " + member.id());
  }

  @Test
  @DisplayName(
      "is not asked any more after leaving the network, but as long as one membership lasts")
  void leaves() {
    Body other = bodies.make("SECRETARIA", "RF");
    nominations.appoint(member, Function.VOLUNTEER, other);

    endMembership(body);
    assertThat(statute.task(request)).isPresent();
    endMembership(other);

    assertThat(statute.state(request)).isEqualTo("LEFT");
    assertThat(life.instance(KEY, request)).isNull();
    assertThat(statutes.accepted(List.of(member.id()))).isEmpty();
  }

  @Test
  @DisplayName(
      "is asked for the newest version alone: an older task is withdrawn, and accepts nothing")
  void isSuperseded() {
    String oldTask = statute.task(request).orElseThrow().id();
    StatuteVersion newer = transaction.execute(status -> statute.publishOnly(member));
    assertThatThrownBy(() -> statute.answer(request, member, ACCEPT))
        .isInstanceOf(Refusal.class)
        .hasMessage("statute.not-in-force");

    requests.startAll();
    statute.runJobs();

    assertThat(statute.state(request)).isEqualTo("SUPERSEDED");
    assertThat(life.instance(KEY, request)).isNull();
    long next = statute.request(newer, member);
    assertThat(statute.task(next))
        .hasValueSatisfying(task -> assertThat(task.id()).isNotEqualTo(oldTask));
    statute.answer(next, member, ACCEPT);
    assertThat(statutes.accepted(List.of(member.id()))).containsExactly(member.id());
  }

  @Test
  @DisplayName("and accepts on another occasion is not asked any more")
  void acceptsElsewhere() {
    transaction.executeWithoutResult(
        status -> statutes.accept(member.id(), version.id(), Way.NOMINATION));

    assertThat(statute.state(request)).isEqualTo("ACCEPTED");
    assertThat(life.instance(KEY, request)).isNull();
  }

  @Test
  @DisplayName("is asked once, however often the background looks; who accepted at joining never")
  void once() {
    Person joined = people.person(body.slug());
    transaction.executeWithoutResult(
        status -> statutes.accept(joined.id(), version.id(), Way.ENLISTMENT));
    nominations.appoint(joined, Function.VOLUNTEER, body);
    Person appointed = people.withFunction(Function.VOLUNTEER, body.slug());

    requests.makeMissing();
    requests.makeMissing();

    assertThat(asked(member)).isOne();
    assertThat(asked(joined)).isZero();
    assertThat(asked(appointed)).as("appointed without accepting").isOne();
  }

  @Test
  @DisplayName("finds what they accepted and asked among their data; what they asked lapses")
  void personalData() {
    statute.answer(request, member, Map.of("answer", "talk", "question", "E quem é cedido?"));
    statute.answer(request, member, ACCEPT);

    assertThat(rows("statute.data.acceptances"))
        .singleElement()
        .satisfies(row -> assertThat(row.get(0)).isEqualTo("" + version.number()));
    assertThat(rows("statute.data.questions"))
        .singleElement()
        .satisfies(row -> assertThat(row).endsWith("E quem é cedido?"));
    assertThat(questions.lapsed(Instant.EPOCH)).isZero();
    Instant later = clock.instant().plusSeconds(1);
    assertThat(questions.lapsed(later)).isPositive();
    assertThat(questions.anonymise(later, Integer.MAX_VALUE)).isPositive();
    assertThat(questions.anonymise(later, Integer.MAX_VALUE)).isZero();
    assertThat(rows("statute.data.questions").get(0).get(2)).isNull();
  }

  private List<List<String>> rows(String section) {
    return data.stream()
        .flatMap(module -> module.of(member.id()).stream())
        .filter(one -> one.messageKey().equals(section))
        .findFirst()
        .orElseThrow()
        .rows();
  }

  private int asked(Person person) {
    return jdbc.sql("SELECT count(*) FROM statute_request WHERE version_id = ? AND person_id = ?")
        .params(version.id(), person.id())
        .query(Integer.class)
        .single();
  }

  private void endMembership(Body of) {
    Appointment membership =
        appointments.ofPerson(member.id(), SaoPaulo.today(clock)).stream()
            .filter(one -> of.id() == one.bodyId())
            .findFirst()
            .orElseThrow();
    appointments.end(membership.id(), SaoPaulo.today(clock).minusDays(1), EndReason.RESIGNED, null);
  }

  private List<String> subjects(Person person) {
    LocaleContextHolder.setLocale(Locale.forLanguageTag("pt-BR"));
    try {
      return notices.recent(person.id(), 50).stream().map(RecentNotice::subject).toList();
    } finally {
      LocaleContextHolder.resetLocaleContext();
    }
  }

  private List<String> recorded() {
    return jdbc.sql(
            """
            SELECT action || ' ' || actor_id FROM audit_entry
             WHERE subject_type = 'statute' AND subject_id = ? AND person_id = ? ORDER BY id
            """)
        .params(String.valueOf(version.id()), member.id())
        .query(String.class)
        .list();
  }
}
