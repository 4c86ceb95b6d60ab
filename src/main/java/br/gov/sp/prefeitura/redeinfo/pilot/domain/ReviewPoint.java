package br.gov.sp.prefeitura.redeinfo.pilot.domain;

/**
 * What the coordination checks in a proposal, in the order of its list. Names: {@code
 * pilot.point.<key>}.
 */
public enum ReviewPoint {
  PROBLEM("problem", ProposalField.PROBLEM),
  CONTRIBUTION("contribution", ProposalField.CONTRIBUTION),
  PUBLIC_ELEMENT("publicElement", ProposalField.PUBLIC_ELEMENT),
  MILESTONES("milestones", ProposalField.MILESTONES),
  INDICATORS("indicators", ProposalField.INDICATORS),
  /** Budget and risks. */
  FEASIBILITY("feasibility", ProposalField.RISKS),
  /** Datasets, and data of persons in them. */
  DATA("data", ProposalField.DATASETS);

  private final String key;
  private final ProposalField field;

  ReviewPoint(String key, ProposalField field) {
    this.key = key;
    this.field = field;
  }

  /** As in forms. */
  public String key() {
    return key;
  }

  /** The field at which a comment on the point is shown. */
  public ProposalField field() {
    return field;
  }

  public String messageKey() {
    return "pilot.point." + key;
  }
}
