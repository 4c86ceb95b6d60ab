package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.notification.Notices;
import br.gov.sp.prefeitura.redeinfo.notification.Notices.Notice;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.workflow.WaitingTask;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who hears of a quarter that needs a meeting. All join the caller's transaction. */
@Component
public class QuarterNotices {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd/MM/yyyy, HH:mm").withZone(SaoPaulo.ZONE);

  private final Notices notices;

  QuarterNotices(Notices notices) {
    this.notices = notices;
  }

  /** A meeting is asked for, or asked for again. */
  public void taskOpened(Quarter quarter, WaitingTask task) {
    send(quarter, task, "opened", "meeting-quarter-task");
  }

  public void reminder(Quarter quarter, WaitingTask task) {
    send(quarter, task, "reminder", "meeting-quarter-reminder");
  }

  public void overdue(Quarter quarter, WaitingTask task) {
    send(quarter, task, "overdue", "meeting-quarter-overdue");
  }

  private void send(Quarter quarter, WaitingTask task, String event, String template) {
    notices.send(
        Notice.toGroups(
            "task:" + task.taskId() + ":" + event,
            template,
            Map.of("quarter", inWords(quarter), "deadline", MOMENT.format(task.dueAt())),
            "/tasks/" + task.taskId(),
            List.of(Groups.COORDINATION)));
  }

  /** The quarter ended without a meeting. */
  public void missed(Quarter quarter) {
    notices.send(
        Notice.toGroups(
            "meeting-quarter:" + quarter + ":missed",
            "meeting-quarter-missed",
            Map.of("quarter", inWords(quarter)),
            "/meetings",
            List.of(Groups.COORDINATION, Groups.CIGA, Groups.SAO_PAULO_ABERTA)));
  }

  /** The same in both languages: 4/2026. */
  private static String inWords(Quarter quarter) {
    return quarter.number() + "/" + quarter.year();
  }
}
