package br.gov.sp.prefeitura.redeinfo.calendar;

import java.util.List;

/**
 * Writes dates as calendar files (RFC 5545). Times are UTC, which calendar programs show in the
 * reader's zone. Nothing in an entry's texts can add a line, whoever typed them.
 */
public interface CalendarFiles {

  String CONTENT_TYPE = "text/calendar; charset=UTF-8";

  /**
   * One entry: to be put into a calendar, or, cancelled, to be taken out of it. The same uid with a
   * higher sequence replaces what was there.
   */
  byte[] file(CalendarEntry entry);

  /** All entries of a calendar that programs read again and again. */
  byte[] feed(String name, List<CalendarEntry> entries);

  /**
   * The key by which a notice's mail brings an entry along ({@code Notice.with}).
   *
   * @param uid of an entry that a {@link CalendarSource} finds
   */
  static String attachment(String uid) {
    return "calendar:" + uid;
  }
}
