package br.gov.sp.prefeitura.redeinfo.outreach.domain;

import br.gov.sp.prefeitura.redeinfo.outreach.CampaignPlan;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A campaign: what was written down, and how far it has come.
 *
 * @param version counts the changes of the plan
 * @param writtenBy who wrote the plan as it stands; somebody else approves it
 * @param reason why it was returned or stopped, or {@code null}
 * @param audienceSize whom it meant when its first wave went out, or {@code null} before
 */
public record Campaign(
    long id,
    CampaignPlan plan,
    State state,
    Instant stateSince,
    int version,
    long writtenBy,
    Instant writtenAt,
    Long decidedBy,
    Instant decidedAt,
    String reason,
    Integer audienceSize,
    List<Wave> waves) {

  public Campaign {
    waves = List.copyOf(waves);
  }

  /** In words: {@code outreach.state.<name>}. */
  public enum State {
    DRAFT,
    /** Waits for somebody else of the coordination to approve it. */
    PROPOSED,
    RETURNED,
    /** Approved: waves go out on their days. */
    RUNNING,
    CLOSED,
    STOPPED;

    public boolean isOpen() {
      return this != CLOSED && this != STOPPED;
    }

    /** Whether the plan may still be changed. */
    public boolean isEditable() {
      return this == DRAFT || this == RETURNED;
    }
  }

  /** The wave that is being sent or comes next; empty when all are sent. */
  public Optional<Wave> nextWave() {
    return waves.stream()
        .filter(wave -> wave.finishedAt() == null)
        .min(Comparator.comparingInt(Wave::number));
  }

  /** Whether letters of a wave are on their way at this moment. */
  public boolean isSending() {
    return state == State.RUNNING && nextWave().filter(wave -> wave.fixedAt() != null).isPresent();
  }

  /**
   * A wave and what became of it.
   *
   * @param fixedAt when its recipients were chosen, or {@code null}
   * @param skipped chosen, but not written to, because they asked for no invitations meanwhile
   */
  public record Wave(
      int number,
      CampaignPlan.Wave plan,
      Instant fixedAt,
      Instant finishedAt,
      int recipients,
      int sent,
      int skipped) {}
}
