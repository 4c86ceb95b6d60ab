package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import java.time.Instant;

/**
 * One line of a pilot's story.
 *
 * @param personId who did it, or {@code null} for the process itself
 * @param bodyId the body for which the person acted where it is not the lead body, or {@code null}
 * @param reason what the person said, or {@code null}
 * @param sight who reads the reason
 */
public record PilotEvent(
    long id, Kind kind, Instant at, Long personId, Long bodyId, String reason, Sight sight) {

  /** What happened. Texts: {@code pilot.event.<kind>}. */
  public enum Kind {
    BEGUN,
    SUBMITTED,
    PARTNER_CONFIRMED,
    PARTNER_DECLINED,
    PARTNER_SILENT,
    ENDORSED,
    ENDORSEMENT_RETURNED,
    ENDORSEMENT_REFUSED,
    FORWARDED,
    ADJUSTMENT_ASKED,
    NOT_RECOMMENDED,
    BALLOT_OPENED,
    APPROVED,
    REJECTED,
    TIED,
    QUORUM_MISSED,
    SHELVED,
    PRESENTATION_SCHEDULED,
    PRESENTATION_MOVED,
    PRESENTED,
    NOT_PRESENTED,
    STARTED,
    NEVER_STARTED,
    REPORTED,
    REPORT_OVERDUE,
    REPORT_RETURNED,
    REPORT_ACCEPTED,
    SUSPENDED,
    RESUMED,
    SPONSOR_CHANGED,
    SCOPE_CHANGE_ASKED,
    SCOPE_CHANGED,
    SCOPE_CHANGE_DECLINED,
    COMPLETION_RETURNED,
    COMPLETION_ACCEPTED,
    EVALUATED,
    CANCELLED
  }

  /** Who reads a reason. */
  public enum Sight {
    /** Anybody, once the pilot is published. */
    PUBLIC,
    /** The bodies that take part, and those who decide. */
    BODY,
    /** Those who decide: coordination, committee, auditors. */
    COMMITTEE
  }
}
