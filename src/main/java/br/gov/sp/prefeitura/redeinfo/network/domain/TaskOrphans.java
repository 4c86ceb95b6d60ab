package br.gov.sp.prefeitura.redeinfo.network.domain;

import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Orphans;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Open tasks of any process that nobody can do: taken on by, or made for, somebody who has neither
 * function nor account any more, or offered to groups without members.
 */
@Component
class TaskOrphans implements Orphans {

  private final TaskInbox inbox;
  private final JdbcClient jdbc;
  private final Clock clock;

  TaskOrphans(TaskInbox inbox, JdbcClient jdbc, Clock clock) {
    this.inbox = inbox;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public List<Orphan> find(int limit) {
    return inbox.outOfReach(livingGroups(), living(inbox.assignees()), limit).stream()
        .map(TaskOrphans::orphan)
        .toList();
  }

  private static Orphan orphan(OpenTask task) {
    String label = task.subject() == null ? task.name() : task.name() + ": " + task.subject();
    return new Orphan("network.orphan.task", label, "/tasks/" + task.id(), task.id());
  }

  /** All groups that have a member today; one statement. */
  private Set<String> livingGroups() {
    return jdbc
        .sql(
            "SELECT DISTINCT a.function, b.slug FROM appointment a LEFT JOIN body b ON b.id = a.body_id WHERE "
                + AppointmentRepository.VALID)
        .param("date", SaoPaulo.today(clock))
        .query(
            (row, number) ->
                FunctionGroups.of(
                    Function.valueOf(row.getString("function")), row.getString("slug")))
        .list()
        .stream()
        .flatMap(Set::stream)
        .collect(Collectors.toSet());
  }

  /** Those of them who can still get in, or exercise a function; one statement. */
  private List<String> living(Collection<String> usernames) {
    return jdbc.sql(
            """
            SELECT p.username FROM person p
             WHERE p.username = ANY (:usernames)
               AND (EXISTS (SELECT FROM account c WHERE c.person_id = p.id AND c.disabled_at IS NULL)
                    OR EXISTS (SELECT FROM appointment a WHERE a.person_id = p.id AND
            """
                + AppointmentRepository.VALID
                + "))")
        .param("usernames", usernames.toArray(String[]::new))
        .param("date", SaoPaulo.today(clock))
        .query(String.class)
        .list();
  }
}
