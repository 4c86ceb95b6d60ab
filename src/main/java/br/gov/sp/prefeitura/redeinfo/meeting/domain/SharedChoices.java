package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceSheets;
import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceSheets.SheetEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The sessions of trainings that a meeting may be at the same time. */
@Component
public class SharedChoices {

  private static final int DAYS = 550;
  private static final int MOST = 200;

  private final AttendanceSheets sheets;
  private final Clock clock;

  SharedChoices(AttendanceSheets sheets, Clock clock) {
    this.sheets = sheets;
    this.clock = clock;
  }

  /** Events of other modules with an open sheet that are to come, the earliest first. */
  @Transactional(readOnly = true)
  public List<SheetEvent> choices() {
    Instant now = clock.instant();
    return sheets.open(now, now.plus(DAYS, ChronoUnit.DAYS), MOST).stream()
        .filter(event -> !MeetingSheets.KIND.equals(event.kind()))
        .toList();
  }
}
