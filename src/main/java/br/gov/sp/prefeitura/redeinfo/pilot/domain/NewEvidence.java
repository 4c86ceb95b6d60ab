package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.pilot.domain.Evidence.Purpose;

/**
 * What a person says about evidence that they add, as it was typed.
 *
 * @param purpose {@code null} if nothing was chosen
 */
public record NewEvidence(Purpose purpose, String title, boolean isPublic) {}
