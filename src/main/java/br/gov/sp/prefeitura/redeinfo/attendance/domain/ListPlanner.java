package br.gov.sp.prefeitura.redeinfo.attendance.domain;

import br.gov.sp.prefeitura.redeinfo.attendance.domain.PlannedEntry.Verdict;
import br.gov.sp.prefeitura.redeinfo.shared.documents.PlainText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Holds a list against a sheet: whom each line means, and what would change. Two statements. */
@Component
class ListPlanner {

  private final ListRepository lists;

  ListPlanner(ListRepository lists) {
    this.lists = lists;
  }

  /** One entry per line, in the file's order. */
  List<PlannedEntry> plan(long eventId, NamedList list) {
    List<ListRepository.Expected> sheet = lists.sheet(eventId);
    Map<String, List<ListRepository.Expected>> byEmail = index(sheet, one -> one.email());
    Map<String, List<ListRepository.Expected>> byIdentifier =
        index(sheet, ListRepository.Expected::identifier);
    Map<String, List<ListRepository.Expected>> byName =
        index(sheet, one -> PlainText.of(one.name()));
    Map<NamedList.Line, List<ListRepository.Expected>> meant = new HashMap<>();
    for (NamedList.Line line : list.lines()) {
      meant.put(
          line,
          !line.email().isEmpty()
              ? byEmail.getOrDefault(line.email(), List.of())
              : !line.identifier().isEmpty()
                  ? byIdentifier.getOrDefault(line.identifier(), List.of())
                  : byName.getOrDefault(PlainText.of(line.name()), List.of()));
    }
    Set<String> known =
        lists.known(list.lines().stream().filter(line -> meant.get(line).isEmpty()).toList());
    Set<Long> named = new HashSet<>();
    List<PlannedEntry> plan = new ArrayList<>();
    for (NamedList.Line line : list.lines()) {
      plan.add(judge(line, meant.get(line), known, named));
    }
    return plan;
  }

  private static PlannedEntry judge(
      NamedList.Line line,
      List<ListRepository.Expected> meant,
      Set<String> known,
      Set<Long> named) {
    if (meant.size() != 1) {
      boolean elsewhere =
          !line.email().isEmpty()
              ? known.contains(line.email())
              : known.contains(line.identifier());
      Verdict verdict =
          meant.size() > 1 ? Verdict.AMBIGUOUS : elsewhere ? Verdict.NOT_ON_SHEET : Verdict.UNKNOWN;
      return new PlannedEntry(
          line.number(), line.title(), verdict, null, null, null, line.status());
    }
    ListRepository.Expected person = meant.get(0);
    Verdict verdict =
        line.status() == null
            ? Verdict.UNCLEAR
            : !named.add(person.personId())
                ? Verdict.TWICE
                : person.status() == line.status()
                    ? Verdict.UNCHANGED
                    : person.isRecorded() ? Verdict.CHANGED : Verdict.NEW;
    return new PlannedEntry(
        line.number(),
        line.title(),
        verdict,
        person.personId(),
        person.name(),
        person.status(),
        line.status());
  }

  /** Without those that have none. */
  private static Map<String, List<ListRepository.Expected>> index(
      List<ListRepository.Expected> sheet, Function<ListRepository.Expected, String> key) {
    return sheet.stream()
        .filter(one -> key.apply(one) != null && !key.apply(one).isEmpty())
        .collect(Collectors.groupingBy(key));
  }
}
