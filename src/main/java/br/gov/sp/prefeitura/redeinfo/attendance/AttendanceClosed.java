package br.gov.sp.prefeitura.redeinfo.attendance;

/**
 * The sheet is complete: whoever had no entry counts as absent. Published in the transaction that
 * closes it, once per event.
 */
public record AttendanceClosed(long eventId, String kind, long subjectId) {}
