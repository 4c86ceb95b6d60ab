package br.gov.sp.prefeitura.redeinfo.pilot.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The parts of the page on which a proposal is written. Texts: {@code pilot.part.<part>}. */
enum ProposalPart {
  IDEA("title", "themes", "problem", "baseline"),
  WORK("description", "deliverables", "targetPublic"),
  OPENNESS("contribution", "publicElement", "territory", "territoryNote"),
  PLAN("milestones", "indicators", "risks", "budget"),
  PEOPLE("sponsor", "partners", "seiNumber"),
  DATA("datasets");

  /** Names of fields as they are asked for, rows by their place. */
  static final Comparator<String> ORDER =
      Comparator.<String>comparingInt(name -> of(name).ordinal())
          .thenComparingInt(name -> of(name).fields.indexOf(question(name)))
          .thenComparingInt(name -> name.split("]", 2)[0].length())
          .thenComparing(Comparator.naturalOrder());

  private final List<String> fields;

  ProposalPart(String... fields) {
    this.fields = List.of(fields);
  }

  /** The part in which the field, or a field of one of its rows, is asked for. */
  static ProposalPart of(String name) {
    return Arrays.stream(values())
        .filter(part -> part.fields.contains(question(name)))
        .findFirst()
        .orElse(IDEA);
  }

  private static String question(String name) {
    return name.split("[\\[.]", 2)[0];
  }
}
