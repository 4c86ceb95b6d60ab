package br.gov.sp.prefeitura.redeinfo.support;

import br.gov.sp.prefeitura.redeinfo.identity.Accounts;
import br.gov.sp.prefeitura.redeinfo.identity.Accounts.PasswordLinkIssued;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Appointments.NewAppointment;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Bond;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.network.Persons.PersonDetails;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/** Invented people with functions and accounts, each made anew for the test that asks. */
@TestComponent
public class TestPeople {

  public static final String PASSWORD = "senha-de-teste-2017";

  /** Weak on purpose: many accounts, and nobody to protect them from. */
  private static final String HASH = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);

  private static final AtomicInteger COUNTER = new AtomicInteger();

  private final Persons persons;
  private final Bodies bodies;
  private final Appointments appointments;
  private final Accounts accounts;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final ServletWebServerApplicationContext server;
  private final JdbcClient jdbc;
  private final Map<Long, List<String>> passwordLinks = new ConcurrentHashMap<>();
  private final List<Long> coordinators = new CopyOnWriteArrayList<>();

  TestPeople(
      Persons persons,
      Bodies bodies,
      Appointments appointments,
      Accounts accounts,
      Clock clock,
      TransactionTemplate transaction,
      ServletWebServerApplicationContext server,
      JdbcClient jdbc) {
    this.persons = persons;
    this.bodies = bodies;
    this.appointments = appointments;
    this.accounts = accounts;
    this.clock = clock;
    this.transaction = transaction;
    this.server = server;
    this.jdbc = jdbc;
  }

  /** A person of the body without any function, with an account. */
  public Person person(String bodySlug) {
    return transaction.execute(
        status -> {
          Person person = stranger(bodySlug);
          accounts.openForDemonstration(person.id(), person.username(), HASH);
          return person;
        });
  }

  /** A person who exercises a function of a body from today on. */
  public Person withFunction(Function function, String bodySlug) {
    Person person = person(bodySlug);
    Long bodyId = function.isOfBody() ? person.bodyId() : null;
    long appointment =
        transaction.execute(
            status ->
                appointments
                    .appoint(
                        new NewAppointment(
                            person.id(),
                            bodyId,
                            function,
                            null,
                            null,
                            SaoPaulo.today(clock),
                            null,
                            null))
                    .id());
    if (function == Function.COORDINATION) {
      coordinators.add(appointment);
    }
    return person;
  }

  /**
   * Whoever was made a coordinator went elsewhere at once: every step of every process tells all of
   * them, and those of earlier tests read nothing.
   */
  void endCoordinators() {
    jdbc.sql(
            """
            UPDATE appointment SET valid_to = valid_from - 1, end_reason = 'TRANSFERRED',
                                   end_announced_at = now()
             WHERE id = ANY (?) AND valid_to IS NULL
            """)
        .param(coordinators.toArray(Long[]::new))
        .update();
    coordinators.clear();
  }

  /** A person of the body without function and account. */
  public Person stranger(String bodySlug) {
    int number = COUNTER.incrementAndGet();
    Body body = bodies.findBySlug(bodySlug).orElseThrow();
    return persons.register(
        new PersonDetails(
            "Pessoa Inventada " + number,
            "inventada" + number + "@" + body.mailDomains().iterator().next(),
            Bond.EFETIVO,
            body.id(),
            null,
            null));
  }

  /** Gives somebody who is known already an account with the tests' password. */
  public void letIn(Person person) {
    transaction.executeWithoutResult(
        status -> accounts.openForDemonstration(person.id(), person.username(), HASH));
  }

  /** Paths of the links to choose a password that were issued to the person, oldest first. */
  public List<String> passwordLinks(Person person) {
    return passwordLinks.getOrDefault(person.id(), List.of());
  }

  @EventListener
  void remember(PasswordLinkIssued link) {
    passwordLinks
        .computeIfAbsent(link.personId(), id -> new CopyOnWriteArrayList<>())
        .add(link.path());
  }

  /** A browser in which nobody has signed in. */
  public Visitor visitor() {
    return Visitor.at(server.getWebServer().getPort());
  }

  /** A browser in which the person has signed in. */
  public Visitor signIn(Person person) {
    return visitor().signIn(person.username(), PASSWORD);
  }
}
