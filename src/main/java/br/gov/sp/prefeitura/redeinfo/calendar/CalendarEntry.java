package br.gov.sp.prefeitura.redeinfo.calendar;

import java.time.Instant;

/**
 * A date in somebody's calendar.
 *
 * @param uid the same for all versions of the entry, e.g. {@code training-session-12}
 * @param sequence how often it has changed
 * @param changedAt when it was last changed
 * @param place {@code null} if there is none
 * @param link where it takes place online, or {@code null}
 * @param path our page about it
 */
public record CalendarEntry(
    String uid,
    int sequence,
    Instant changedAt,
    String title,
    String description,
    Instant startsAt,
    Instant endsAt,
    String place,
    String link,
    String path,
    boolean cancelled) {}
