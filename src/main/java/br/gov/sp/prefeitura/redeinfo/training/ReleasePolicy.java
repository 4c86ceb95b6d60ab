package br.gov.sp.prefeitura.redeinfo.training;

/** What happens to an enrolment when the head does not answer in time. */
public enum ReleasePolicy {
  ACCEPT,
  REFUSE,
  /** The coordination decides. */
  ESCALATE
}
