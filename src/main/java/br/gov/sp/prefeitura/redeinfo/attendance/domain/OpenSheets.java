package br.gov.sp.prefeitura.redeinfo.attendance.domain;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sheets that a person has to keep these days. */
@Service
public class OpenSheets {

  private static final Duration SOON = Duration.ofHours(24);
  private static final Duration LONG_AGO = Duration.ofDays(14);
  private static final int MOST = 200;

  private final EventRepository events;
  private final Keepers keepers;
  private final Clock clock;

  OpenSheets(EventRepository events, Keepers keepers, Clock clock) {
    this.events = events;
    this.keepers = keepers;
    this.clock = clock;
  }

  /**
   * Sheets that are not complete, of events that begin within a day or began in the last two weeks,
   * the latest first; in one statement and one per kind of event.
   */
  @Transactional(readOnly = true)
  public List<AttendanceEvent> of(SignedIn person) {
    Instant now = clock.instant();
    return keepers.kept(events.open(now.minus(LONG_AGO), now.plus(SOON), MOST), person);
  }
}
