package br.gov.sp.prefeitura.redeinfo.statute.domain;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A published version of the statute. It never changes.
 *
 * @param number 1, 2, 3 …; the highest is in force
 * @param act e.g. Portaria 025/SMJ/CGM-G/2017
 * @param seiNumber of the case in which the act travelled, or {@code null}
 * @param gazetteLink to the official gazette, or {@code null}
 * @param publishedBy person who published it here
 */
public record StatuteVersion(
    long id,
    int number,
    StatuteText text,
    String act,
    String seiNumber,
    LocalDate actDay,
    LocalDate gazetteDay,
    String gazetteLink,
    long publishedBy,
    Instant publishedAt) {

  public String path() {
    return "/statute/" + number;
  }
}
