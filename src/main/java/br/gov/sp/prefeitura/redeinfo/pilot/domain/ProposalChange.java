package br.gov.sp.prefeitura.redeinfo.pilot.domain;

/**
 * An answer that is not what it was in the submission before.
 *
 * @param before in words, or {@code null} for none
 * @param after in words, or {@code null} for none
 */
public record ProposalChange(ProposalField field, String before, String after) {}
