package br.gov.sp.prefeitura.redeinfo.support;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Bond;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.statute.Statutes;
import br.gov.sp.prefeitura.redeinfo.volunteer.Applicant;
import br.gov.sp.prefeitura.redeinfo.volunteer.Interest;
import br.gov.sp.prefeitura.redeinfo.volunteer.Volunteers;
import br.gov.sp.prefeitura.redeinfo.volunteer.domain.Enlistment;
import br.gov.sp.prefeitura.redeinfo.volunteer.domain.EnlistmentDecisions;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** Servants who ask to join, brought as far as a test wants. */
@TestComponent
public class Enlistments {

  public static final String KEY = "volunteer-enlistment";
  public static final String DECIDE = "userTask_DecideEnlistment";

  private static final AtomicInteger COUNTER = new AtomicInteger();

  private final Volunteers volunteers;
  private final EnlistmentDecisions decisions;
  private final Statutes statutes;
  private final TaskInbox inbox;
  private final ManagementService management;
  private final TransactionTemplate transaction;

  Enlistments(
      Volunteers volunteers,
      EnlistmentDecisions decisions,
      Statutes statutes,
      TaskInbox inbox,
      ManagementService management,
      TransactionTemplate transaction) {
    this.volunteers = volunteers;
    this.decisions = decisions;
    this.statutes = statutes;
    this.inbox = inbox;
    this.management = management;
    this.transaction = transaction;
  }

  /** An address of the body that nobody has. */
  public String address(Body body) {
    return "interessada" + COUNTER.incrementAndGet() + "@" + body.mailDomains().get(0);
  }

  public Applicant applicant(Body body) {
    return applicant(body, address(body));
  }

  public Applicant applicant(Body body, String email) {
    return new Applicant(
        email,
        body.id(),
        "Interessada Inventada",
        Bond.EFETIVO,
        "Unidade inventada",
        Interest.BOTH,
        "Quero aprender e ajudar.",
        statutes.inForce().map(Statutes.VersionInForce::id).orElse(null));
  }

  /** It waits for the coordination. */
  public long enlist(Applicant applicant) {
    long id = transaction.execute(status -> volunteers.enlist(applicant));
    runJobs();
    return id;
  }

  public Enlistment get(long id) {
    return decisions.get(id);
  }

  public OpenTask task(long id) {
    return inbox.openTasks(KEY, List.of(String.valueOf(id))).get(0);
  }

  /** Somebody takes the task on and decides; what follows in the background is left undone. */
  public void answer(long id, Person by, Map<String, Object> values) {
    OpenTask task = task(id);
    inbox.claim(task.id(), by.username());
    inbox.complete(task.id(), by.username(), values);
  }

  public void admit(long id, Person by) {
    answer(id, by, Map.of("decision", "admit"));
    runJobs();
  }

  public void decline(long id, Person by, String reason) {
    answer(id, by, Map.of("decision", "decline", "declineReason", reason));
    runJobs();
  }

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

  /** The secret in a mail's text, at the end of its link. */
  public static String secret(String text) {
    Matcher link = Pattern.compile("/join/(?:withdrawal/)?([A-Za-z0-9_-]{43})").matcher(text);
    if (!link.find()) {
      throw new AssertionError("no link in the mail");
    }
    return link.group(1);
  }
}
