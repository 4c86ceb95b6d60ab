package br.gov.sp.prefeitura.redeinfo.succession.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.identity.Accounts;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import br.gov.sp.prefeitura.redeinfo.network.Orphans;
import br.gov.sp.prefeitura.redeinfo.network.Orphans.Orphan;
import br.gov.sp.prefeitura.redeinfo.network.PersonLeft;
import br.gov.sp.prefeitura.redeinfo.notification.Notices;
import br.gov.sp.prefeitura.redeinfo.notification.Notices.Notice;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks every day for what has no owner in any module, and for access without a function, and tells
 * the coordination, which can take it in hand.
 */
@Service
@Transactional
public class OrphanCheck {

  private static final int SHOWN = 200;

  private final List<Orphans> modules;
  private final TaskInbox inbox;
  private final Accounts accounts;
  private final Notices notices;
  private final ApplicationEventPublisher events;
  private final AuditLog audit;
  private final JdbcClient jdbc;
  private final Clock clock;

  OrphanCheck(
      List<Orphans> modules,
      TaskInbox inbox,
      Accounts accounts,
      Notices notices,
      ApplicationEventPublisher events,
      AuditLog audit,
      JdbcClient jdbc,
      Clock clock) {
    this.modules = List.copyOf(modules);
    this.inbox = inbox;
    this.accounts = accounts;
    this.notices = notices;
    this.events = events;
    this.audit = audit;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What nobody answers for, of all modules; at most {@value #SHOWN} of each. */
  @Transactional(readOnly = true)
  public List<Orphan> find() {
    return modules.stream().flatMap(module -> module.find(SHOWN).stream()).toList();
  }

  /**
   * People whose functions have all ended and whose account is still open; who was transferred may
   * be nominated again and is not among them.
   */
  @Transactional(readOnly = true)
  public List<OpenAccess> access() {
    return jdbc.sql(
            """
            SELECT p.id, p.name, last.valid_to, last.end_reason
              FROM account c
              JOIN person p ON p.id = c.person_id
              JOIN LATERAL (SELECT a.valid_to, coalesce(a.end_reason, 'MANDATE_ENDED') AS end_reason
                              FROM appointment a WHERE a.person_id = p.id
                             ORDER BY a.valid_to DESC NULLS FIRST LIMIT 1) last ON true
             WHERE c.disabled_at IS NULL AND c.password_hash IS NOT NULL
               AND last.valid_to < :today AND last.end_reason <> 'TRANSFERRED'
             ORDER BY last.valid_to, p.id LIMIT :limit
            """)
        .param("today", today())
        .param("limit", SHOWN)
        .query(
            (row, number) ->
                new OpenAccess(
                    row.getLong("id"),
                    row.getString("name"),
                    row.getObject("valid_to", LocalDate.class),
                    EndReason.valueOf(row.getString("end_reason"))))
        .list();
  }

  /** One notice a day at most, however many nodes look and however often. */
  @Scheduled(cron = "${rede-info.succession.orphans-cron:0 30 5 * * *}", zone = "America/Sao_Paulo")
  public void tell() {
    int things = find().size();
    int open = access().size();
    if (things + open > 0) {
      notices.send(
          Notice.toGroups(
              "orphans:" + today(),
              "succession-orphans",
              Map.of("things", String.valueOf(things), "access", String.valueOf(open)),
              "/successions/orphans",
              List.of(Groups.COORDINATION)));
    }
  }

  /**
   * The coordination takes in hand a task that nobody can do: it is offered to its group as well.
   *
   * @throws Refusal (forbidden) for anybody else, (conflict) if the task has an owner or is over
   */
  public void offer(String taskId, SignedIn by) {
    requireCoordination(by);
    if (find().stream().noneMatch(orphan -> taskId.equals(orphan.taskId()))) {
      throw Refusal.conflict("succession.has-owner");
    }
    inbox.putBack(taskId);
    inbox.offerTo(taskId, Groups.COORDINATION);
    audit.record(AuditEntry.of(SuccessionAction.ORPHAN_OFFERED, taskId).by(by.personId()));
  }

  /**
   * The coordination ends the access of somebody without a function.
   *
   * @throws Refusal (forbidden) for anybody else, (conflict) if the person is none of them
   */
  public void endAccess(long personId, SignedIn by) {
    requireCoordination(by);
    if (access().stream().noneMatch(one -> one.personId() == personId)) {
      throw Refusal.conflict("succession.has-function");
    }
    accounts.close(personId);
    events.publishEvent(new PersonLeft(personId));
  }

  private static void requireCoordination(SignedIn by) {
    if (!by.isCoordination()) {
      throw Refusal.forbidden("succession.coordination-only");
    }
  }

  private LocalDate today() {
    return SaoPaulo.today(clock);
  }
}
