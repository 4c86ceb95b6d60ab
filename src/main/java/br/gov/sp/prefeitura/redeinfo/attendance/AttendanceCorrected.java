package br.gov.sp.prefeitura.redeinfo.attendance;

/** An entry was changed after the sheet was closed; published in the same transaction. */
public record AttendanceCorrected(long eventId, String kind, long subjectId, long personId) {}
