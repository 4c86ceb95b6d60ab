package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.pilot.domain.Evidence.Purpose;

/**
 * What evidence is added to.
 *
 * @param reportId of a progress report, else {@code null}
 */
public record EvidencePlace(Purpose purpose, Long reportId) {

  static EvidencePlace of(Evidence evidence) {
    return new EvidencePlace(evidence.purpose(), evidence.reportId());
  }
}
