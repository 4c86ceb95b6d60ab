package br.gov.sp.prefeitura.redeinfo.attendance;

import java.time.Instant;

/** An event whose sheet is open is at another time; published in the same transaction. */
public record AttendanceMoved(
    long eventId, String kind, long subjectId, Instant startsAt, Instant endsAt) {}
