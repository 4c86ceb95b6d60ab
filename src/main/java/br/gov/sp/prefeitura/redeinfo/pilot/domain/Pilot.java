package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.pilot.PilotState;
import br.gov.sp.prefeitura.redeinfo.pilot.Theme;
import java.time.Instant;
import java.util.Set;

/**
 * A pilot project as it stands.
 *
 * @param bodyId the lead body
 * @param title of a draft as it was last saved, else as last submitted
 * @param territory {@link Proposal#CITY}, the slug of a subprefecture, or {@code null} in a draft
 * @param sponsorId who answers for it in the lead body, or {@code null} for nobody now
 * @param submission number of the latest submission, 0 for none
 * @param publishedAt since when anybody may read it, or {@code null}
 * @param nextReportAt when the next progress report is asked for, or {@code null}
 * @param staleSince when a progress report became overdue, or {@code null}
 * @param risk as last reported, or {@code null}
 * @param percent mean of its milestones as last reported
 * @param endedAt when its process ended, or {@code null}
 */
public record Pilot(
    long id,
    long bodyId,
    PilotState state,
    Instant stateSince,
    String title,
    String territory,
    Set<Theme> themes,
    Long sponsorId,
    long createdBy,
    Instant createdAt,
    int submission,
    Instant publishedAt,
    Instant nextReportAt,
    Instant staleSince,
    boolean helpWanted,
    Risk risk,
    int percent,
    Completion completion,
    EarlyResults earlyResults,
    Instant endedAt) {

  public Pilot {
    themes = Set.copyOf(themes);
  }

  public boolean isPublished() {
    return publishedAt != null;
  }

  public boolean isOpen() {
    return endedAt == null;
  }

  /** How sure the body is that it will succeed. */
  public enum Risk {
    LOW,
    MEDIUM,
    HIGH
  }

  /** How much was done; scale of the Independent Reporting Mechanism. */
  public enum Completion {
    NO_EVIDENCE,
    NOT_STARTED,
    LIMITED,
    SUBSTANTIAL,
    COMPLETE
  }

  /** Whether government became more open by it; scale of the Independent Reporting Mechanism. */
  public enum EarlyResults {
    WORSENED,
    DID_NOT_CHANGE,
    MARGINAL,
    MAJOR,
    OUTSTANDING
  }
}
