package br.gov.sp.prefeitura.redeinfo.meeting.process;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceSheets;
import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceSheets.Counts;
import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceSheets.SheetEvent;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Meeting;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskFormData.TaskFormRequest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the coordination sees when it records a meeting: what the attendance sheet says. */
@Component
class RecordMeetingForm implements MeetingTaskForm {

  private final AttendanceSheets sheets;

  RecordMeetingForm(AttendanceSheets sheets) {
    this.sheets = sheets;
  }

  @Override
  public Set<String> taskKeys() {
    return Set.of(NetworkMeetingProcess.TASK_RECORD);
  }

  @Override
  public Map<String, Object> dataFor(Meeting meeting, TaskFormRequest request) {
    long event = meeting.attendanceEventId();
    Counts counts = sheets.counts(List.of(event)).get(event);
    return Map.of(
        "eventId",
        event,
        "expected",
        counts.expected(),
        "present",
        counts.present(),
        "sheetComplete",
        sheets.event(event).filter(SheetEvent::complete).isPresent(),
        "beganAt",
        local(meeting.startsAt()),
        "endedAt",
        local(meeting.endsAt()),
        "othersPresent",
        0);
  }

  /** To the five minutes that the form offers. */
  private static String local(Instant instant) {
    LocalDateTime moment =
        LocalDateTime.ofInstant(instant, SaoPaulo.ZONE).truncatedTo(ChronoUnit.MINUTES);
    return moment.minusMinutes(moment.getMinute() % 5).toString();
  }
}
