package br.gov.sp.prefeitura.redeinfo.support;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.notification.Notices;
import br.gov.sp.prefeitura.redeinfo.notification.Notices.RecentNotice;
import br.gov.sp.prefeitura.redeinfo.pilot.PilotState;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.DraftService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Pilot;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotDesk;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ProposalService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ReviewPoint;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.TypedProposal;
import br.gov.sp.prefeitura.redeinfo.pilot.process.PilotProjectProcess;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineClock;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Pilot projects of bodies of their own, brought forward through the real process up to their
 * approval.
 */
@TestComponent
public class PilotLife {

  public static final String KEY = PilotProjectProcess.KEY;

  private static final AtomicInteger COUNTER = new AtomicInteger();

  private final TestBodies bodies;
  private final TestPeople people;
  private final TrainingLife life;
  private final DraftService drafts;
  private final ProposalService proposals;
  private final PilotDesk desk;
  private final TaskInbox inbox;
  private final ManagementService management;
  private final EngineClock engineClock;
  private final Appointments appointments;
  private final Notices notices;
  private final JdbcClient jdbc;
  private final Clock clock;
  private Person elector;

  PilotLife(
      TestBodies bodies,
      TestPeople people,
      TrainingLife life,
      DraftService drafts,
      ProposalService proposals,
      PilotDesk desk,
      TaskInbox inbox,
      ManagementService management,
      EngineClock engineClock,
      Appointments appointments,
      Notices notices,
      JdbcClient jdbc,
      Clock clock) {
    this.bodies = bodies;
    this.people = people;
    this.life = life;
    this.drafts = drafts;
    this.proposals = proposals;
    this.desk = desk;
    this.inbox = inbox;
    this.management = management;
    this.engineClock = engineClock;
    this.appointments = appointments;
    this.notices = notices;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A new body with a head, its office and a member who writes, and a coordinator. */
  public Team team() {
    Body body = bodies.make();
    return new Team(
        body,
        people.withFunction(Function.HEAD, body.slug()),
        people.withFunction(Function.OFFICE, body.slug()),
        people.withFunction(Function.VOLUNTEER, body.slug()),
        life.coordinator());
  }

  /** New members of the committee, of a body of their own. */
  public List<Person> committee(int number) {
    Body body = bodies.make();
    return IntStream.range(0, number)
        .mapToObj(i -> people.withFunction(Function.CIGA, body.slug()))
        .toList();
  }

  /** The one member of the committee who approves whatever tests only want approved. */
  private Person elector() {
    if (elector == null || !signedIn(elector).isIn(Groups.CIGA)) {
      elector = committee(1).get(0);
    }
    return elector;
  }

  public SignedIn signedIn(Person person) {
    return life.signedIn(person);
  }

  /**
   * What is typed of a proposal that breaks no rule, without partners; the member answers for it.
   */
  public Map<String, String> proposal(Team team) {
    LocalDate today = SaoPaulo.today(clock);
    Map<String, String> typed = new HashMap<>();
    typed.put("title", "Projeto inventado " + COUNTER.incrementAndGet());
    typed.put("themes.PARTICIPATION", "true");
    typed.put("themes.TRANSPARENCY", "true");
    typed.put("problem", "As pessoas não sabem quando a praça será podada.");
    typed.put("baseline", "Hoje há 40 pedidos de informação por mês.");
    typed.put("description", "Um mapa com a data de cada poda, e um canal para sugerir.");
    typed.put("contribution", "Abre a agenda da poda e chama a vizinhança a opinar.");
    typed.put("publicElement", "Um mapa que qualquer pessoa consulta.");
    typed.put("targetPublic", "Quem mora perto de praças.");
    typed.put("territory", "city");
    typed.put("deliverables", "O mapa e a base de dados aberta.");
    typed.put("milestones[0].title", "Levantar as praças");
    typed.put("milestones[0].start", today.plusDays(30).toString());
    typed.put("milestones[0].end", today.plusDays(90).toString());
    typed.put("milestones[0].responsible", "Unidade de áreas verdes");
    typed.put("milestones[1].title", "Publicar o mapa");
    typed.put("milestones[1].start", today.plusDays(91).toString());
    typed.put("milestones[1].end", today.plusDays(150).toString());
    typed.put("indicators", "Pedidos de informação por mês: de 40 a 10.");
    typed.put("risks", "Chuva forte muda a agenda.");
    typed.put("budget", "Sem custo além das horas da equipe.");
    typed.put("sponsor", String.valueOf(team.member().id()));
    return typed;
  }

  /** A draft in which everything is filled in. */
  public long draft(Team team) {
    return draft(team, Map.of());
  }

  /**
   * @param more what is typed besides {@link #proposal}, or instead
   */
  public long draft(Team team, Map<String, String> more) {
    Map<String, String> typed = proposal(team);
    typed.putAll(more);
    long id = drafts.begin(team.body().id(), typed.get("title"), signedIn(team.member()));
    write(id, team.member(), typed);
    runJobs();
    return id;
  }

  /** Saves the whole draft anew. */
  public void write(long id, Person by, Map<String, String> typed) {
    int revision = drafts.read(id, signedIn(by)).revision();
    drafts.save(id, revision, TypedProposal.of(typed), signedIn(by));
  }

  /** Changes some answers of the draft. */
  public void change(long id, Person by, Map<String, String> answers) {
    Map<String, String> typed = new HashMap<>(drafts.read(id, signedIn(by)).typed().values());
    typed.putAll(answers);
    write(id, by, typed);
  }

  public void submit(long id, Person by) {
    proposals.send(id, signedIn(by));
    runJobs();
  }

  /** Submitted by the member: the head is asked. */
  public long submitted(Team team) {
    long id = draft(team);
    submit(id, team.member());
    return expect(id, PilotState.IN_ENDORSEMENT);
  }

  public long endorsed(Team team) {
    long id = submitted(team);
    answer(id, PilotProjectProcess.TASK_ENDORSE, team.head(), Map.of("endorsement", "endorse"));
    return expect(id, PilotState.IN_REVIEW);
  }

  /** In vote by these electors, and nobody else, whoever else is of the committee. */
  public long inVote(Team team, Collection<Person> electors) {
    long id = endorsed(team);
    forward(id, team, electors);
    return expect(id, PilotState.IN_VOTE);
  }

  /** The coordination forwards it to these electors. */
  public void forward(long id, Team team, Collection<Person> electors) {
    among(
        electors,
        () -> answer(id, PilotProjectProcess.TASK_REVIEW, team.coordinator(), forwarding()));
  }

  /**
   * Does something while nobody else is of the committee: members whom other tests have left are
   * back in it afterwards.
   */
  public void among(Collection<Person> committee, Runnable what) {
    List<Long> kept = committee.stream().map(Person::id).toList();
    Map<Long, LocalDate> others = new HashMap<>();
    jdbc.sql(
            """
            SELECT id, valid_to FROM appointment
             WHERE function = 'CIGA' AND coalesce(valid_to, :today) >= :today
               AND person_id <> ALL (:kept)
            """)
        .param("today", SaoPaulo.today(clock))
        .param("kept", kept.toArray(Long[]::new))
        .query(
            rs -> {
              others.put(rs.getLong("id"), rs.getObject("valid_to", LocalDate.class));
            });
    jdbc.sql("UPDATE appointment SET valid_to = valid_from - 1 WHERE id = ANY (:others)")
        .param("others", others.keySet().toArray(Long[]::new))
        .update();
    try {
      what.run();
    } finally {
      others.forEach(
          (id, until) ->
              jdbc.sql("UPDATE appointment SET valid_to = :until WHERE id = :id")
                  .param("until", until, Types.DATE)
                  .param("id", id)
                  .update());
    }
  }

  /** Approved by one vote; it is to be presented. */
  public long approved(Team team) {
    return approved(team, Map.of());
  }

  /**
   * @param more what is typed besides {@link #proposal}, or instead; no partners
   */
  public long approved(Team team, Map<String, String> more) {
    Person elector = elector();
    long id = draft(team, more);
    submit(id, team.member());
    answer(id, PilotProjectProcess.TASK_ENDORSE, team.head(), Map.of("endorsement", "endorse"));
    forward(id, team, List.of(elector));
    vote(id, elector, "FOR");
    return expect(id, PilotState.APPROVED);
  }

  /** What the coordination types to forward a proposal in which every point is met. */
  public static Map<String, Object> forwarding() {
    Map<String, Object> values = new HashMap<>();
    for (ReviewPoint point : ReviewPoint.values()) {
      values.put(point.key() + "Verdict", "MET");
    }
    values.put("opinion", "Proposta clara e viável.");
    values.put("internalNote", "Conferir o orçamento na apresentação.");
    values.put("review", "forward");
    return values;
  }

  /** The person votes; against it with a reason. */
  public void vote(long id, Person elector, String vote) {
    voteOnly(id, elector, vote);
    runJobs();
  }

  /** Like {@link #vote}, leaving what follows in the background undone. */
  public void voteOnly(long id, Person elector, String vote) {
    Map<String, Object> values = new HashMap<>(Map.of("vote", vote));
    if (vote.equals("AGAINST")) {
      values.put("againstReason", "Já existe um mapa parecido.");
    }
    inbox.complete(ballotPaper(id, elector).id(), elector.username(), values);
  }

  /** The task by which the person's vote is asked. */
  public OpenTask ballotPaper(long id, Person elector) {
    return tasks(id).stream()
        .filter(task -> task.key().equals(PilotProjectProcess.TASK_VOTE))
        .filter(task -> task.assignee().equals(elector.username()))
        .findFirst()
        .orElseThrow();
  }

  /** Somebody takes the task on and answers it. */
  public void answer(long id, String taskKey, Person by, Map<String, Object> values) {
    OpenTask task = task(id, taskKey);
    if (!by.username().equals(task.assignee())) {
      inbox.claim(task.id(), by.username());
    }
    inbox.complete(task.id(), by.username(), values);
    runJobs();
  }

  public OpenTask task(long id, String taskKey) {
    return tasks(id).stream().filter(task -> task.key().equals(taskKey)).findFirst().orElseThrow();
  }

  /** The pilot's open tasks. */
  public List<OpenTask> tasks(long id) {
    return inbox.openTasks(KEY, List.of(String.valueOf(id)));
  }

  public Pilot get(long id) {
    return desk.get(id);
  }

  public long expect(long id, PilotState state) {
    assertThat(get(id).state()).isEqualTo(state);
    return id;
  }

  /** {@code null} if it is over. */
  public ProcessInstance instance(long id) {
    return life.instance(KEY, id);
  }

  /** Runs what pilots left to the background, until nothing is left; timers wait. */
  public void runJobs() {
    for (List<Job> due = messages(); !due.isEmpty(); due = messages()) {
      due.forEach(job -> management.executeJob(job.getId()));
    }
  }

  private List<Job> messages() {
    return management.createJobQuery().messages().withRetriesLeft().list().stream()
        .filter(job -> KEY.equals(job.getProcessDefinitionKey()))
        .toList();
  }

  /** Fires the timer of this element at its time, and runs the jobs that follow. */
  public void fire(long id, String elementId) {
    Job timer = timer(id, elementId);
    assertThat(timer).as("timer %s of %s", elementId, id).isNotNull();
    if (timer.getDuedate().toInstant().isAfter(clock.instant())) {
      engineClock.setTo(timer.getDuedate().toInstant());
    }
    try {
      management.executeJob(timer.getId());
      runJobs();
    } finally {
      engineClock.restore();
    }
  }

  /** The timer of this element, or {@code null} if it does not wait there. */
  public Job timer(long id, String elementId) {
    return life.timer(KEY, id, elementId);
  }

  /** Subjects of the notices that the person got, newest first. */
  public List<String> told(Person person) {
    LocaleContextHolder.setLocale(Locale.forLanguageTag("pt-BR"));
    try {
      return notices.recent(person.id(), 2_000).stream().map(RecentNotice::subject).toList();
    } finally {
      LocaleContextHolder.resetLocaleContext();
    }
  }

  /** What the audit log keeps of the pilot: action and actor. */
  public List<String> recorded(long id) {
    return jdbc.sql(
            """
            SELECT action || ' ' || actor_id FROM audit_entry
             WHERE subject_type = 'pilot' AND subject_id = ? ORDER BY id
            """)
        .param(String.valueOf(id))
        .query(String.class)
        .list();
  }

  /** The person's appointments are over: whatever they hold is handed over. */
  public void leaves(Person person) {
    LocalDate today = SaoPaulo.today(clock);
    appointments
        .ofPerson(person.id(), today)
        .forEach(
            appointment ->
                appointments.end(appointment.id(), today.minusDays(1), EndReason.RESIGNED, null));
  }

  /** Moves the clock while something is done. */
  public void at(Instant moment, Runnable what) {
    engineClock.setTo(moment);
    try {
      what.run();
    } finally {
      engineClock.restore();
    }
  }

  /**
   * @param member writes proposals and answers for them
   */
  public record Team(Body body, Person head, Person office, Person member, Person coordinator) {}
}
