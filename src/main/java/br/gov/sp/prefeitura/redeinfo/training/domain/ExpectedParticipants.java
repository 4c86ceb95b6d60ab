package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceEvents;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Puts who holds a seat on the sheets of the edition's sessions, and takes who leaves off them. */
@Component
class ExpectedParticipants {

  private final EditionRepository editions;
  private final AttendanceEvents attendance;

  ExpectedParticipants(EditionRepository editions, AttendanceEvents attendance) {
    this.editions = editions;
    this.attendance = attendance;
  }

  void expect(long editionId, long personId) {
    List<Long> events = openSheets(editionId);
    if (!events.isEmpty()) {
      attendance.expect(events, List.of(personId));
    }
  }

  void dismiss(long editionId, long personId) {
    List<Long> events = openSheets(editionId);
    if (!events.isEmpty()) {
      attendance.dismiss(events, personId);
    }
  }

  private List<Long> openSheets(long editionId) {
    return editions.sessions(editionId).stream()
        .filter(session -> session.state() == Session.State.PLANNED)
        .map(Session::attendanceEventId)
        .filter(Objects::nonNull)
        .toList();
  }
}
