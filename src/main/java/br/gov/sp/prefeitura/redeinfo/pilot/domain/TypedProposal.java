package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.pilot.Theme;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A proposal as it is being typed: texts by the names of the form's fields, nothing of it checked
 * but its size. Names are {@code problem}, {@code themes.PARTICIPATION} (with the value {@code
 * true}), {@code milestones[0].start}. What is blank is not there; names that the form does not
 * have are dropped.
 */
public record TypedProposal(SortedMap<String, String> values) {

  /** Characters of one answer. */
  public static final int LONGEST_ANSWER = 8_000;

  /** Characters of all answers together. */
  public static final int LONGEST = 100_000;

  /** Rows of a list. */
  public static final int MOST_ROWS = 20;

  /** Who answers for the project, by the person's id. */
  public static final String SPONSOR = "sponsor";

  private static final List<String> LISTS = List.of("milestones", "datasets", "partners");

  private static final Pattern NAME =
      Pattern.compile(
          "title|problem|baseline|description|contribution|publicElement|targetPublic|territory"
              + "|territoryNote|deliverables|indicators|risks|budget|seiNumber|sponsor"
              + Arrays.stream(Theme.values())
                  .map(theme -> "|themes\\." + theme)
                  .collect(Collectors.joining())
              + "|(milestones\\[(\\d|1\\d)])\\.(title|start|end|responsible)"
              + "|(datasets\\[(\\d|1\\d)])\\.(title|format|licence|personalData|address)"
              + "|(partners\\[(\\d|1\\d)])\\.(body|guest|part)");

  private static final Pattern ROW = Pattern.compile("(\\w+)\\[(\\d+)](\\..*)?");

  public TypedProposal {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /**
   * @param typed by name, as it came from a form
   * @throws Refusal (invalid, at the field) for a text that is too long, or with characters that no
   *     text can hold
   */
  public static TypedProposal of(Map<String, String> typed) {
    TypedProposal proposal = named(typed);
    proposal.values.forEach(TypedProposal::check);
    if (proposal.values.values().stream().mapToInt(String::length).sum() > LONGEST) {
      throw Refusal.invalid("pilot.draft-too-long", LONGEST);
    }
    return proposal;
  }

  /** Likewise, with nothing checked: to show somebody again what they typed. */
  public static TypedProposal named(Map<String, String> typed) {
    SortedMap<String, String> values = new TreeMap<>();
    typed.forEach(
        (name, text) -> {
          if (text != null && !text.isBlank() && NAME.matcher(name).matches()) {
            values.put(name, text.replace("\r\n", "\n").replace('\r', '\n'));
          }
        });
    return new TypedProposal(values);
  }

  private static void check(String name, String text) {
    if (text.length() > LONGEST_ANSWER) {
      throw Refusal.invalidField(name, "pilot.answer-too-long", LONGEST_ANSWER);
    }
    if (text.codePoints()
        .anyMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
      throw Refusal.invalidField(name, "pilot.characters");
    }
  }

  /** What was typed, or an empty text. */
  public String get(String name) {
    return values.getOrDefault(name, "");
  }

  /** How many rows a list has, empty ones between others included. */
  public int rows(String list) {
    return values.keySet().stream()
        .map(ROW::matcher)
        .filter(row -> row.matches() && row.group(1).equals(list))
        .mapToInt(row -> Integer.parseInt(row.group(2)) + 1)
        .max()
        .orElse(0);
  }

  /** Without this row; those behind it move up. */
  public TypedProposal withoutRow(String list, int index) {
    SortedMap<String, String> left = new TreeMap<>();
    values.forEach(
        (name, text) -> {
          Matcher row = ROW.matcher(name);
          if (!row.matches() || !row.group(1).equals(list)) {
            left.put(name, text);
            return;
          }
          int at = Integer.parseInt(row.group(2));
          if (at != index) {
            left.put(list + "[" + (at < index ? at : at - 1) + "]" + row.group(3), text);
          }
        });
    return new TypedProposal(left);
  }

  /** What two people can change without disturbing each other: an answer, or a row of a list. */
  SortedSet<String> units() {
    return values.keySet().stream()
        .map(TypedProposal::unitOf)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The unit to which a field belongs: {@code milestones[0].start} to {@code milestones[0]}. */
  public static String unitOf(String name) {
    int dot = name.indexOf("].");
    return dot < 0 ? name : name.substring(0, dot + 1);
  }

  /** The fields of a unit. */
  public SortedMap<String, String> unit(String unit) {
    return values.entrySet().stream()
        .filter(entry -> unitOf(entry.getKey()).equals(unit))
        .collect(
            Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
  }

  /** Indexes of a list's rows that hold something. */
  int[] filledRows(String list) {
    return IntStream.range(0, rows(list))
        .filter(index -> !unit(list + "[" + index + "]").isEmpty())
        .toArray();
  }

  /** What the lists of a proposal are called. */
  public static List<String> lists() {
    return LISTS;
  }

  /** Names only: what was typed belongs in no log. */
  @Override
  public String toString() {
    return "TypedProposal" + values.keySet();
  }
}
