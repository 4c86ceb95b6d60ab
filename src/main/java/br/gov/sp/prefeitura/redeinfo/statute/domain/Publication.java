package br.gov.sp.prefeitura.redeinfo.statute.domain;

import java.time.LocalDate;

/**
 * The act by which a version is published.
 *
 * @param act e.g. Portaria 025/SMJ/CGM-G/2017
 * @param seiNumber NNNN.AAAA/NNNNNNN-D, or {@code null}
 * @param gazetteDay day of the official gazette
 * @param gazetteLink or {@code null}
 */
public record Publication(
    String act, String seiNumber, LocalDate actDay, LocalDate gazetteDay, String gazetteLink) {

  private static final int LONGEST_ACT = 160;

  /**
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal (invalid) with the fields that break
   *     a rule
   */
  Publication checked(LocalDate today) {
    TypedText typed = new TypedText();
    String line = typed.line("act", act, LONGEST_ACT, true);
    String sei = typed.seiNumber("seiNumber", seiNumber);
    typed.required("actDay", actDay, "statute.day");
    typed.required("gazetteDay", gazetteDay, "statute.day");
    if (actDay != null && actDay.isAfter(today)) {
      typed.add("actDay", "statute.act-future");
    }
    if (gazetteDay != null && gazetteDay.isAfter(today)) {
      typed.add("gazetteDay", "statute.gazette-future");
    } else if (actDay != null && gazetteDay != null && gazetteDay.isBefore(actDay)) {
      typed.add("gazetteDay", "statute.gazette-before-act");
    }
    String link = typed.address("gazetteLink", gazetteLink);
    typed.refuse();
    return new Publication(line, sei, actDay, gazetteDay, link);
  }
}
