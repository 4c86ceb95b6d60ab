package br.gov.sp.prefeitura.redeinfo.nomination.domain;

import br.gov.sp.prefeitura.redeinfo.network.Bond;
import java.util.List;

/** The decision tables beside the model. */
public interface EligibilityRules {

  /** What table {@code nomination-eligibility} says, in the order of its rules. */
  List<Verdict> evaluate(Facts facts);

  /** What table {@code bond-permanence} says. */
  boolean isPermanent(Bond bond);

  /** One row that applied. */
  record Verdict(String reasonCode, Finding.Severity severity) {}

  /** What a row may ask for; what does not belong to {@code about} is unremarkable. */
  record Facts(
      About about,
      boolean bodyExists,
      boolean filledInByHead,
      boolean mailDomainMatches,
      boolean seatedElsewhere,
      boolean headOfBody,
      boolean indicatedSelf,
      boolean pairComplete,
      int permanentCount,
      int permanentRequired) {

    /** What the facts are about. */
    public enum About {
      SET,
      NOMINEE,
      PAIR
    }

    static Facts ofSet(boolean bodyExists, boolean filledInByHead) {
      return new Facts(
          About.SET, bodyExists, filledInByHead, true, false, false, false, true, 0, 0);
    }

    static Facts ofNominee(
        boolean mailDomainMatches,
        boolean seatedElsewhere,
        boolean headOfBody,
        boolean indicatedSelf) {
      return new Facts(
          About.NOMINEE,
          true,
          false,
          mailDomainMatches,
          seatedElsewhere,
          headOfBody,
          indicatedSelf,
          true,
          0,
          0);
    }

    static Facts ofPair(boolean complete, int permanentCount, int permanentRequired) {
      return new Facts(
          About.PAIR,
          true,
          false,
          true,
          false,
          false,
          false,
          complete,
          permanentCount,
          permanentRequired);
    }
  }
}
