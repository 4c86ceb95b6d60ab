package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import java.util.Arrays;
import java.util.Optional;

/**
 * The questions of a proposal, in the order in which they are asked. What they are called: {@code
 * pilot.field.<key>}.
 */
public enum ProposalField {
  TITLE("title"),
  THEMES("themes"),
  PROBLEM("problem"),
  BASELINE("baseline"),
  DESCRIPTION("description"),
  CONTRIBUTION("contribution"),
  PUBLIC_ELEMENT("publicElement"),
  TARGET_PUBLIC("targetPublic"),
  TERRITORY("territory"),
  TERRITORY_NOTE("territoryNote"),
  DELIVERABLES("deliverables"),
  MILESTONES("milestones"),
  INDICATORS("indicators"),
  RISKS("risks"),
  BUDGET("budget"),
  DATASETS("datasets"),
  PARTNERS("partners"),
  SEI_NUMBER("seiNumber");

  private final String key;

  ProposalField(String key) {
    this.key = key;
  }

  /** As in forms, comments and refusals. */
  public String key() {
    return key;
  }

  public String messageKey() {
    return "pilot.field." + key;
  }

  public static Optional<ProposalField> of(String key) {
    return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
  }
}
