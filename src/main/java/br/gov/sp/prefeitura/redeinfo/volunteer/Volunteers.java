package br.gov.sp.prefeitura.redeinfo.volunteer;

/** Servants who join by themselves. Writes join the caller's transaction. */
public interface Volunteers {

  /**
   * Takes an enlistment whose address is confirmed; its process begins in the same transaction.
   *
   * @return its id, the process's business key
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal (invalid) with the fields that break
   *     a rule; (conflict) if one of the address waits already, or it is a member's
   */
  long enlist(Applicant applicant);
}
