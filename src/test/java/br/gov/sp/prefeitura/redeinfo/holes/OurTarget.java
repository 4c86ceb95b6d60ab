package br.gov.sp.prefeitura.redeinfo.holes;

import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.support.NominationLife;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import br.gov.sp.prefeitura.redeinfo.workflow.engine.Grants;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Our application; tasks are those to indicate servants, each of a body of its own. */
final class OurTarget implements Target {

  private final TestPeople people;
  private final NominationLife life;
  private final TaskService tasks;
  private final JdbcClient jdbc;
  private final Grants grants;
  private final ApplicationContext context;
  private final Person coordinator;
  private final Person anaPerson;
  private final Person biaPerson;
  private final Visitor ana;
  private final Visitor bia;
  private final Map<String, Body> bodies = new HashMap<>();

  OurTarget(ApplicationContext context) {
    this.context = context;
    people = context.getBean(TestPeople.class);
    life = context.getBean(NominationLife.class);
    tasks = context.getBean(TaskService.class);
    jdbc = context.getBean(JdbcClient.class);
    grants = context.getBean(Grants.class);
    coordinator = people.withFunction(Function.COORDINATION, "seri");
    anaPerson = people.person("svma");
    biaPerson = people.person("svma");
    ana = people.signIn(anaPerson);
    bia = people.signIn(biaPerson);
  }

  @Override
  public String engine() {
    return "default";
  }

  @Override
  public String publicPage() {
    return "/login";
  }

  @Override
  public Visitor nobody() {
    return people.visitor();
  }

  @Override
  public Visitor ana() {
    return ana;
  }

  @Override
  public Visitor anaAnew() {
    return people.signIn(anaPerson);
  }

  @Override
  public Visitor bia() {
    return bia;
  }

  @Override
  public String offered() {
    return start(anaPerson, biaPerson);
  }

  @Override
  public String foreign() {
    return start(biaPerson);
  }

  private String start(Person... office) {
    Body body = life.body();
    List.of(office).forEach(person -> life.appoint(person, Function.OFFICE, body));
    long nomination = life.open(coordinator, List.of(body)).get(body.id());
    String task =
        tasks
            .createTaskQuery()
            .processInstanceBusinessKey(String.valueOf(nomination))
            .taskDefinitionKey(NominationLife.INDICATE)
            .singleResult()
            .getId();
    bodies.put(task, body);
    return task;
  }

  @Override
  public String store(String query) {
    String id = UUID.randomUUID().toString();
    jdbc.sql(
            "INSERT INTO act_ru_filter (id_, rev_, resource_type_, name_, query_)"
                + " VALUES (:id, 1, 'Task', 'Antiga', :query)")
        .param("id", id)
        .param("query", query)
        .update();
    // Only the rule about expressions may stand in the way.
    grants.everybody(Resources.FILTER, id, Permissions.READ);
    return id;
  }

  @Override
  public Visitor colleagueAt(String taskId) {
    Person colleague = people.person("svma");
    life.appoint(colleague, Function.OFFICE, bodies.get(taskId));
    return people.signIn(colleague);
  }

  @Override
  public void dismiss(Visitor colleague) {
    Person person =
        context.getBean(Persons.class).findByUsername(colleague.username()).orElseThrow();
    Appointments appointments = context.getBean(Appointments.class);
    LocalDate today = SaoPaulo.today(context.getBean(Clock.class));
    context
        .getBean(TransactionTemplate.class)
        .executeWithoutResult(
            status ->
                appointments
                    .ofPerson(person.id(), today)
                    .forEach(
                        appointment ->
                            appointments.end(
                                appointment.id(), today.minusDays(1), EndReason.DISMISSED, null)));
  }

  @Override
  public String process() {
    return "nomination-approval";
  }

  @Override
  public String storedPassword() {
    return jdbc.sql("SELECT password_hash FROM account WHERE person_id = :id")
        .param("id", anaPerson.id())
        .query(String.class)
        .single();
  }

  @Override
  public void close() {
    jdbc.sql("DELETE FROM act_ru_filter WHERE name_ = 'Antiga'").update();
  }
}
