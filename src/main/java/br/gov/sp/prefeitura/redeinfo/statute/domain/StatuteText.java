package br.gov.sp.prefeitura.redeinfo.statute.domain;

import java.util.function.Function;

/**
 * The statute's four sections: plain text, paragraphs separated by an empty line.
 *
 * @param activities the year's planned activities, in words; the activity plan has the numbers
 */
public record StatuteText(String principles, String roles, String duties, String activities) {

  public static final StatuteText EMPTY = new StatuteText("", "", "", "");

  /** Longest text of a section, in characters. */
  public static final int LONGEST = 20_000;

  /** The sections in the order of the statute. */
  public enum Section {
    PRINCIPLES("principles", StatuteText::principles),
    ROLES("roles", StatuteText::roles),
    DUTIES("duties", StatuteText::duties),
    ACTIVITIES("activities", StatuteText::activities);

    private final String field;
    private final Function<StatuteText, String> text;

    Section(String field, Function<StatuteText, String> text) {
      this.field = field;
      this.text = text;
    }

    /** Key of the section's input and of its texts ({@code statute.section.<field>}). */
    public String field() {
      return field;
    }

    public String of(StatuteText statute) {
      return text.apply(statute);
    }
  }
}
