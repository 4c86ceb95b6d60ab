package br.gov.sp.prefeitura.redeinfo.attendance.domain;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceOwner;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Who keeps and who reads a sheet, now: the owner of the event decides. Whoever may not read it is
 * not told that there is one.
 */
@Component
class Keepers {

  /** Asked for when needed: owners may use sheets themselves. */
  private final ObjectProvider<AttendanceOwner> owners;

  Keepers(ObjectProvider<AttendanceOwner> owners) {
    this.owners = owners;
  }

  boolean mayKeep(AttendanceEvent event, SignedIn person) {
    return owner(event).filter(owner -> owner.mayKeep(event.subjectId(), person)).isPresent();
  }

  /** Those of the events whose sheet the person keeps, in their order. */
  List<AttendanceEvent> kept(List<AttendanceEvent> events, SignedIn person) {
    Map<String, Set<Long>> kept = new HashMap<>();
    owners.stream()
        .forEach(
            owner -> {
              List<Long> theirs =
                  events.stream()
                      .filter(event -> event.kind().equals(owner.kind()))
                      .map(AttendanceEvent::subjectId)
                      .toList();
              kept.put(owner.kind(), theirs.isEmpty() ? Set.of() : owner.kept(theirs, person));
            });
    return events.stream()
        .filter(event -> kept.getOrDefault(event.kind(), Set.of()).contains(event.subjectId()))
        .toList();
  }

  void requireReader(AttendanceEvent event, SignedIn person) {
    owner(event)
        .filter(
            owner ->
                owner.mayRead(event.subjectId(), person)
                    || owner.mayKeep(event.subjectId(), person))
        .orElseThrow(Keepers::unknown);
  }

  void requireKeeper(AttendanceEvent event, SignedIn person) {
    if (!mayKeep(event, person)) {
      requireReader(event, person);
      throw Refusal.forbidden("attendance.keepers-only");
    }
  }

  /** The page the event belongs to, or {@code null} if nobody owns it. */
  String path(AttendanceEvent event) {
    return owner(event).map(owner -> owner.path(event.subjectId())).orElse(null);
  }

  private Optional<AttendanceOwner> owner(AttendanceEvent event) {
    return owners.stream().filter(owner -> owner.kind().equals(event.kind())).findFirst();
  }

  static Refusal unknown() {
    return Refusal.notFound("attendance.unknown");
  }
}
