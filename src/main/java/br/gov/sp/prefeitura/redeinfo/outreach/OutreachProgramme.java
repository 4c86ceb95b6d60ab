package br.gov.sp.prefeitura.redeinfo.outreach;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;

/**
 * Writes campaigns and hands them in, for other modules. Every call is a transaction, or joins one.
 */
public interface OutreachProgramme {

  /**
   * Writes down a draft.
   *
   * @return its id
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal (invalid) with the fields that break
   *     a rule, (forbidden) if {@code by} is not of the coordination
   */
  long write(CampaignPlan plan, SignedIn by);

  /**
   * Hands a draft in for approval and starts its process.
   *
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal (conflict) if it is none, or its
   *     first wave's day has passed
   */
  void submit(long campaignId, SignedIn by);
}
