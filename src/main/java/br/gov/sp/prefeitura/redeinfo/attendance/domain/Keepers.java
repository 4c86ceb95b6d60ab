package br.gov.sp.prefeitura.redeinfo.attendance.domain;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceOwner;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Who keeps and who reads a sheet, now: the owner of the event decides. Whoever may not read it is
 * not told that there is one.
 */
@Component
class Keepers {

  /** By the kind of their events. */
  private final Map<String, AttendanceOwner> owners;

  Keepers(ObjectProvider<AttendanceOwner> owners) {
    this.owners =
        owners.stream().collect(Collectors.toMap(AttendanceOwner::kind, Function.identity()));
  }

  boolean mayKeep(AttendanceEvent event, SignedIn person) {
    AttendanceOwner owner = owners.get(event.kind());
    return owner != null && owner.mayKeep(event.subjectId(), person);
  }

  void requireReader(AttendanceEvent event, SignedIn person) {
    AttendanceOwner owner = owners.get(event.kind());
    if (owner == null
        || !owner.mayRead(event.subjectId(), person) && !owner.mayKeep(event.subjectId(), person)) {
      throw unknown();
    }
  }

  void requireKeeper(AttendanceEvent event, SignedIn person) {
    if (!mayKeep(event, person)) {
      requireReader(event, person);
      throw Refusal.forbidden("attendance.keepers-only");
    }
  }

  /** The page the event belongs to, or {@code null} if nobody owns it. */
  String path(AttendanceEvent event) {
    AttendanceOwner owner = owners.get(event.kind());
    return owner == null ? null : owner.path(event.subjectId());
  }

  static Refusal unknown() {
    return Refusal.notFound("attendance.unknown");
  }
}
