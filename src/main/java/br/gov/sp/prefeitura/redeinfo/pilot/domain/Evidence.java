package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A file or link that shows what a pilot says of itself.
 *
 * @param reportId the progress report it belongs to, or {@code null}
 * @param isPublic whether anybody may read it once the pilot is published
 * @param fileKey where its content is; {@code null} for links and once it is removed
 * @param fileName cleaned; {@code null} for links, like the type, size (bytes) and hash
 * @param link an http or https address, or {@code null} for files
 * @param linkCheckedAt when the link was last looked after, or {@code null}
 * @param linkFailures how often in a row it led nowhere
 * @param removedAt when its content was taken away, or {@code null}
 */
public record Evidence(
    long id,
    long pilotId,
    Long reportId,
    Purpose purpose,
    String title,
    boolean isPublic,
    UUID fileKey,
    String fileName,
    String mediaType,
    Long size,
    String sha256,
    String link,
    Instant linkCheckedAt,
    int linkFailures,
    long addedBy,
    Instant addedAt,
    Long removedBy,
    Instant removedAt) {

  /** A link that led nowhere once may be of a server that was asleep. */
  static final int DEAD_AFTER = 2;

  public boolean isLink() {
    return link != null;
  }

  public boolean isRemoved() {
    return removedAt != null;
  }

  public boolean isDead() {
    return linkFailures >= DEAD_AFTER;
  }

  /** What it was added to. Texts: {@code pilot.evidence.purpose.<name>}. */
  public enum Purpose {
    PROPOSAL,
    /** The slides, and what was shown. */
    PRESENTATION,
    REPORT,
    /** For the review of the completion, and the evaluation. */
    COMPLETION
  }
}
