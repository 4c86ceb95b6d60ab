package br.gov.sp.prefeitura.redeinfo.statute.domain;

import java.time.Instant;

/**
 * A member is asked to accept a version by a task of their own.
 *
 * @param bodyId through which body the person is a member; its office hears of a delay
 * @param startedAt when the task was opened, or {@code null} while it waits for the background
 * @param dueAt {@code null} before the task is opened
 * @param endedAt {@code null} while the person has not accepted
 */
public record AcceptanceRequest(
    long id,
    long versionId,
    long personId,
    long bodyId,
    Instant startedAt,
    Instant dueAt,
    Instant endedAt) {

  /** How a request ends. */
  enum Outcome {
    ACCEPTED,
    /** The person is no member any more. */
    LEFT,
    /** A newer version asks for another acceptance. */
    SUPERSEDED
  }
}
