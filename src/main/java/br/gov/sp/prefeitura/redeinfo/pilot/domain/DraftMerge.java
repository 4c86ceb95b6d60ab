package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Brings two writers' versions of a draft together, answer by answer and row by row, against the
 * version from which both began. What only one of them changed is taken; what both changed
 * differently is a conflict and stays as the first writer saved it, until the second has chosen.
 * Rows are compared by their place in the list: who takes a row out while another writes in the
 * rows behind it is shown these as conflicts.
 *
 * @param merged what can be saved without losing anything that was saved
 * @param conflicts units of which both versions are to be shown
 */
record DraftMerge(TypedProposal merged, SortedSet<String> conflicts) {

  /**
   * @param base from which both began; an empty one if it is not known any more, so that every
   *     difference is shown
   * @param theirs what was saved meanwhile
   * @param mine what the second writer wants to save
   */
  static DraftMerge of(TypedProposal base, TypedProposal theirs, TypedProposal mine) {
    SortedSet<String> units = new TreeSet<>(base.units());
    units.addAll(theirs.units());
    units.addAll(mine.units());
    SortedMap<String, String> merged = new TreeMap<>();
    SortedSet<String> conflicts = new TreeSet<>();
    for (String unit : units) {
      SortedMap<String, String> begun = base.unit(unit);
      SortedMap<String, String> saved = theirs.unit(unit);
      SortedMap<String, String> typed = mine.unit(unit);
      if (typed.equals(begun) || typed.equals(saved)) {
        merged.putAll(saved);
      } else if (saved.equals(begun)) {
        merged.putAll(typed);
      } else {
        merged.putAll(saved);
        conflicts.add(unit);
      }
    }
    return new DraftMerge(new TypedProposal(merged), conflicts);
  }
}
