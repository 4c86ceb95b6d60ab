package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import java.time.Instant;

/**
 * An elector of a ballot and their vote.
 *
 * @param vote {@code null} for none, and while the ballot is open for everybody but the process
 * @param reason {@code null} for none
 * @param castAt {@code null} if the person has not voted
 * @param leftAt when the person left the committee without having voted, or {@code null}
 */
public record ElectorVote(
    long personId, Ballot.Vote vote, String reason, Instant castAt, Instant leftAt) {

  /** Whether the person has voted, without how. */
  ElectorVote secret() {
    return new ElectorVote(personId, null, null, castAt, leftAt);
  }

  ElectorVote withoutReason() {
    return new ElectorVote(personId, vote, null, castAt, leftAt);
  }
}
