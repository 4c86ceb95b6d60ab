package br.gov.sp.prefeitura.redeinfo.attendance.domain;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceSheets;
import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceStatus;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Reads sheets for other modules, which have decided who may know. */
@Service
class SheetReader implements AttendanceSheets {

  private final SheetRepository sheet;

  SheetReader(SheetRepository sheet) {
    this.sheet = sheet;
  }

  @Override
  public Map<Long, Counts> counts(Collection<Long> eventIds) {
    return eventIds.isEmpty() ? Map.of() : sheet.counts(eventIds);
  }

  @Override
  public Map<Long, AttendanceStatus> of(long personId, Collection<Long> eventIds) {
    return eventIds.isEmpty() ? Map.of() : sheet.statuses(personId, eventIds);
  }

  @Override
  public List<Long> persons(long eventId, AttendanceStatus status) {
    return sheet.persons(eventId, status);
  }
}
