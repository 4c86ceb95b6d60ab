package br.gov.sp.prefeitura.redeinfo.attendance;

/** An event does not take place; published in the same transaction. */
public record AttendanceCancelled(long eventId, String kind, long subjectId) {}
