package br.gov.sp.prefeitura.redeinfo.attendance;

/** What the sheet says of a person. */
public enum AttendanceStatus {
  /** Nothing recorded yet. */
  EXPECTED,
  PRESENT,
  ABSENT,
  /** Absent with a reason that is accepted; counts neither for nor against. */
  JUSTIFIED
}
