package br.gov.sp.prefeitura.redeinfo.support;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Appointments.NewAppointment;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.nomination.NominationRounds;
import br.gov.sp.prefeitura.redeinfo.nomination.NominationRounds.NewRound;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.shared.time.WorkingDays;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Nominations of bodies of their own, brought forward over HTTP by the people whose turn it is, as
 * they do in Tasklist. Both seats for open government are asked.
 */
@TestComponent
public class NominationLife {

  public static final String INDICATE = "userTask_IndicateServants";
  public static final String ACCEPT = "userTask_AcceptNomination";
  public static final String APPROVE = "userTask_ApproveNomination";
  public static final String VALIDATE = "userTask_ValidateNomination";
  public static final String PUBLISH = "userTask_RecordPublication";

  private static final AtomicInteger COUNTER = new AtomicInteger();

  private final TestPeople people;
  private final Persons persons;
  private final TestBodies bodies;
  private final Appointments appointments;
  private final NominationRounds rounds;
  private final EngineDirectory directory;
  private final NominationJobs jobs;
  private final WorkingDays workingDays;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  NominationLife(
      TestPeople people,
      Persons persons,
      TestBodies bodies,
      Appointments appointments,
      NominationRounds rounds,
      EngineDirectory directory,
      NominationJobs jobs,
      WorkingDays workingDays,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Clock clock) {
    this.people = people;
    this.persons = persons;
    this.bodies = bodies;
    this.appointments = appointments;
    this.rounds = rounds;
    this.directory = directory;
    this.jobs = jobs;
    this.workingDays = workingDays;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** A new body of the direct administration, without people. */
  public Body body() {
    return bodies.make();
  }

  /** The person exercises a function of this body, too, from today on. */
  public void appoint(Person person, Function function, Body body) {
    transaction.executeWithoutResult(
        status ->
            appointments.appoint(
                new NewAppointment(
                    person.id(),
                    function.isOfBody() ? body.id() : null,
                    function,
                    null,
                    null,
                    today(),
                    null,
                    null)));
  }

  /** A round for open government, as {@link #open(Person, List, Set)}. */
  public Map<Long, Long> open(Person coordinator, List<Body> asked) {
    return open(coordinator, asked, Set.of(Track.OPEN_GOVERNMENT));
  }

  /** A round among these bodies, its background jobs done; the nominations' ids by body id. */
  public Map<Long, Long> open(Person coordinator, List<Body> asked, Set<Track> tracks) {
    Map<Long, Long> nominations = openOnly(coordinator, asked, tracks);
    runJobs();
    return nominations;
  }

  /** Like {@link #open(Person, List, Set)}, leaving the background jobs to whoever runs them. */
  public Map<Long, Long> openOnly(Person coordinator, List<Body> asked, Set<Track> tracks) {
    SignedIn by =
        new SignedIn(
            coordinator.id(),
            coordinator.username(),
            coordinator.name(),
            directory.groupsOf(coordinator.username()));
    NewRound round =
        new NewRound(
            "Rodada inventada " + COUNTER.incrementAndGet(),
            tracks,
            asked.stream().map(Body::id).toList(),
            workingDays.plus(today(), 20),
            null);
    long roundId = rounds.open(round, by).roundId();
    Map<Long, Long> nominations = new LinkedHashMap<>();
    jdbc.sql("SELECT body_id, id FROM nomination WHERE round_id = :round")
        .param("round", roundId)
        .query((row, number) -> nominations.put(row.getLong("body_id"), row.getLong("id")))
        .list();
    return nominations;
  }

  /** The office indicates two servants of the body for open government, new in the network. */
  public List<Person> indicate(long nomination, Body body, Visitor office) {
    return indicate(nomination, body, office, List.of("openTitular", "openSuplente"));
  }

  /** The office indicates a servant of the body, new in the network, for each of the seats. */
  public List<Person> indicate(long nomination, Body body, Visitor office, List<String> seats) {
    int number = COUNTER.incrementAndGet();
    Map<String, Object> values = new LinkedHashMap<>();
    seats.forEach(
        seat -> values.putAll(servant(seat, seat.toLowerCase(Locale.ROOT) + number, body)));
    answer(nomination, INDICATE, office, values);
    return seats.stream()
        .map(seat -> nominee(seat.toLowerCase(Locale.ROOT) + number, body))
        .toList();
  }

  /** What the office types for one seat. */
  public static Map<String, Object> servant(String prefix, String local, Body body) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put(prefix + "Name", "Indicada " + local);
    values.put(prefix + "Identifier", String.valueOf(2_000_000 + COUNTER.incrementAndGet()));
    values.put(prefix + "Email", local + "@" + body.mailDomains().get(0));
    values.put(prefix + "Bond", "EFETIVO");
    values.put(prefix + "Unit", "Ouvidoria");
    values.put(prefix + "Why", "Participa de redes e conhece o serviço.");
    return values;
  }

  /** The nominee of this address, who can sign in from now on. */
  public Person nominee(String local, Body body) {
    Person nominee = persons.findByEmail(local + "@" + body.mailDomains().get(0)).orElseThrow();
    people.letIn(nominee);
    return nominee;
  }

  public void accept(long nomination, List<Person> nominees) {
    nominees.forEach(
        nominee -> answer(nomination, ACCEPT, people.signIn(nominee), Map.of("answer", "accept")));
  }

  public void approve(long nomination, Visitor head) {
    answer(nomination, APPROVE, head, Map.of("choice", "approve"));
  }

  public void validate(long nomination, Visitor coordinator) {
    answer(nomination, VALIDATE, coordinator, Map.of("check", "valid"));
  }

  public void publish(long nomination, Visitor coordinator) {
    answer(nomination, PUBLISH, coordinator, publication());
  }

  /** What the coordination types when the act is published today. */
  public Map<String, Object> publication() {
    return publication(today());
  }

  /** What the coordination types when the act was published that day. */
  public static Map<String, Object> publication(LocalDate day) {
    return Map.of(
        "actNumber", "6010.2026/0001234-5",
        "gazetteDate", SaoPaulo.DAY.format(day),
        "gazetteLink", "https://diariooficial.prefeitura.sp.gov.br/1");
  }

  /** Claims if need be, submits, and does the background jobs. */
  public void answer(long nomination, String taskKey, Visitor person, Map<String, ?> values) {
    new TasklistClient(person).answer(String.valueOf(nomination), taskKey, values);
    runJobs();
  }

  /** Runs what waits in the background until nothing is left; timers wait for their time. */
  public void runJobs() {
    jobs.run();
  }

  public String state(long nomination) {
    String state =
        jdbc.sql("SELECT state FROM nomination WHERE id = :id")
            .param("id", nomination)
            .query(String.class)
            .single();
    assertThat(state).isNotEmpty();
    return state;
  }

  private LocalDate today() {
    return SaoPaulo.today(clock);
  }
}
