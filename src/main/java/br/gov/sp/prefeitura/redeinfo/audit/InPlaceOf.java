package br.gov.sp.prefeitura.redeinfo.audit;

import java.util.Locale;

/**
 * For whom somebody acted who is not the one usually expected to. The text is the message {@code
 * audit.in-place-of.<kind's code>}.
 *
 * @param id of the person or body
 */
public record InPlaceOf(Kind kind, long id) {

  /** Whom the id names. */
  public enum Kind {
    /** A person, whose task another one took over. */
    PERSON,
    /** The head of the body: an interim, or the coordination, decided. */
    HEAD,
    /** The body: the coordination did what its office does. */
    BODY;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static InPlaceOf person(long personId) {
    return new InPlaceOf(Kind.PERSON, personId);
  }

  public static InPlaceOf headOf(long bodyId) {
    return new InPlaceOf(Kind.HEAD, bodyId);
  }

  public static InPlaceOf body(long bodyId) {
    return new InPlaceOf(Kind.BODY, bodyId);
  }
}
