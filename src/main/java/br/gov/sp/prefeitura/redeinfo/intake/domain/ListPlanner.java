package br.gov.sp.prefeitura.redeinfo.intake.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Holds lists of one kind against what is known, with as many queries for ten lines as for all. */
interface ListPlanner {

  ListKind kind();

  ImportPlan plan(UploadedList list);

  /** Refuses lines that say the same key as an earlier one; {@code null} is no key. */
  static <K> void refuseRepeated(
      List<LineDraft> lines, Column column, Function<LineDraft, K> keyOf) {
    Map<K, Integer> first = new HashMap<>();
    for (LineDraft line : lines) {
      K key = keyOf.apply(line);
      Integer earlier = key == null ? null : first.putIfAbsent(key, line.number());
      if (earlier != null) {
        line.problem(column, "intake.repeated", earlier);
      }
    }
  }
}
