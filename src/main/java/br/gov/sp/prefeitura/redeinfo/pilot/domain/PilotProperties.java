package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The periods and parameters of pilots. Days are working days of the city.
 *
 * @param writingDays after which a draft, or a returned proposal, that nobody submitted is
 *     mentioned to the body
 * @param partnershipDays for partners to confirm their part
 * @param endorsementDays for the head
 * @param reviewDays for the coordination's review, also of reports, completion and changes of scope
 * @param ballotDays for the committee's vote
 * @param quorum percentage of the electors whose vote a decision needs; abstentions count, who
 *     declares a conflict of interest is no elector any more
 * @param votesPublished what the public reads of a ballot
 * @param schedulingDays for the coordination to schedule the presentation, or to record it
 * @param startDays after the presentation for the body to begin
 * @param startLapse after which a presented pilot that was never begun is closed as it stands
 * @param reportEvery at least how often progress is reported
 * @param reportDays for the body to write a report that is asked for
 * @param evaluationDays for the evaluation
 * @param reminderDays how long before a due date people are reminded
 * @param suspensionReview after which the coordination and the body are reminded of a suspension,
 *     and again each time it has passed
 */
@ConfigurationProperties("rede-info.pilot")
public record PilotProperties(
    @DefaultValue("20") int writingDays,
    @DefaultValue("10") int partnershipDays,
    @DefaultValue("5") int endorsementDays,
    @DefaultValue("10") int reviewDays,
    @DefaultValue("10") int ballotDays,
    @DefaultValue("50") int quorum,
    @DefaultValue("COUNTS") VotesPublished votesPublished,
    @DefaultValue("10") int schedulingDays,
    @DefaultValue("15") int startDays,
    @DefaultValue("P1Y") Period startLapse,
    @DefaultValue("P4M") Period reportEvery,
    @DefaultValue("10") int reportDays,
    @DefaultValue("20") int evaluationDays,
    @DefaultValue("2") int reminderDays,
    @DefaultValue("P3M") Period suspensionReview) {

  public PilotProperties {
    if (quorum < 0 || quorum > 100) {
      throw new IllegalArgumentException("rede-info.pilot.quorum is a percentage");
    }
  }

  /** What the public reads of a ballot. */
  public enum VotesPublished {
    NOTHING,
    /** How many voted how. */
    COUNTS,
    /** Who voted how. */
    NAMES
  }
}
