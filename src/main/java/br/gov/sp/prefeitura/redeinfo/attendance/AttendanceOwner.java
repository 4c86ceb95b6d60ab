package br.gov.sp.prefeitura.redeinfo.attendance;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** The module whose events these are; it decides who keeps and who reads a sheet. */
public interface AttendanceOwner {

  /** The kind of its events, as in {@link AttendanceEvents.NewEvent}. */
  String kind();

  /** Whether the person may record and correct attendance, now. */
  boolean mayKeep(long subjectId, SignedIn person);

  /** Of which of these the person may record attendance, now; in one statement if it can be. */
  default Set<Long> kept(Collection<Long> subjectIds, SignedIn person) {
    return subjectIds.stream().filter(id -> mayKeep(id, person)).collect(Collectors.toSet());
  }

  /** Whether the person may read the whole sheet, now. */
  boolean mayRead(long subjectId, SignedIn person);

  /** The page the event belongs to. */
  String path(long subjectId);
}
