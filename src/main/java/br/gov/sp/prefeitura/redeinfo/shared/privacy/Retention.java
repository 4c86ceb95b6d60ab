package br.gov.sp.prefeitura.redeinfo.shared.privacy;

import java.time.Instant;

/**
 * A kind of personal data with a time to live. Each module implements one bean per kind; {@code
 * privacy} knows how long each kind lives and calls it in the yearly run.
 */
public interface Retention {

  /**
   * Names the kind in settings, texts ({@code privacy.kind.<kind>}) and on record, e.g. {@code
   * outreach-contacts}.
   */
  String kind();

  /** How many records lapsed before the moment and still name somebody. Changes nothing. */
  long lapsed(Instant before);

  /**
   * Makes at most so many of them anonymous, in the caller's transaction: aggregates stay, nobody
   * is named any more. Safe to repeat.
   *
   * @return how many; fewer than the limit when nothing is left
   */
  int anonymise(Instant before, int limit);
}
