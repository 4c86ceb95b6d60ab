package br.gov.sp.prefeitura.redeinfo.meeting.domain;

/** The process instance behind a meeting's minutes. Every call joins the caller's transaction. */
public interface MinutesInstances {

  /**
   * Completes the task to write them in the person's name, who takes it on if nobody has.
   *
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal if somebody else has, or there is no
   *     such task (any more)
   */
  void written(long meetingId, String username);
}
