package br.gov.sp.prefeitura.redeinfo.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Contributes a module's dates to people's calendars; each module implements its own. */
public interface CalendarSource {

  /** The person's dates that end after the moment, cancelled ones too. In one statement. */
  List<CalendarEntry> entriesOf(long personId, Instant endingAfter);

  /** An entry of this source, for mails that carry it; empty if the uid is not of this source. */
  Optional<CalendarEntry> find(String uid);
}
