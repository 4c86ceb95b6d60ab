package br.gov.sp.prefeitura.redeinfo.attendance;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;

/** The module whose events these are; it decides who keeps and who reads a sheet. */
public interface AttendanceOwner {

  /** The kind of its events, as in {@link AttendanceEvents.NewEvent}. */
  String kind();

  /** Whether the person may record and correct attendance, now. */
  boolean mayKeep(long subjectId, SignedIn person);

  /** Whether the person may read the whole sheet, now. */
  boolean mayRead(long subjectId, SignedIn person);

  /** The page the event belongs to. */
  String path(long subjectId);
}
