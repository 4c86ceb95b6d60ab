package br.gov.sp.prefeitura.redeinfo.network.web;

import br.gov.sp.prefeitura.redeinfo.network.BodyKind;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What of the directory is asked for.
 *
 * @param query part of the acronym or name, without regard to case and accents; empty for all
 * @param kind {@code null} for all
 * @param state {@code null} for all
 * @param date the day looked at
 */
record DirectoryFilter(String query, BodyKind kind, SeatState state, LocalDate date) {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final int QUERY_LENGTH = 80;

  /** How many of its seats a body has filled. */
  enum SeatState {
    COMPLETE,
    INCOMPLETE,
    VACANT
  }

  DirectoryFilter {
    query = query == null ? "" : query.strip();
    if (query.length() > QUERY_LENGTH) {
      query = query.substring(0, QUERY_LENGTH);
    }
  }

  public boolean isEmpty() {
    return query.isEmpty() && kind == null && state == null;
  }

  /** The query as {@code plain()} in SQL makes texts: lower case, no accents. */
  String plainQuery() {
    return plain(query);
  }

  static String plain(String text) {
    return MARKS
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }
}
