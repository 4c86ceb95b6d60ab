package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import java.util.ArrayList;
import java.util.List;

/** The part of an answer that an engine query asks for. */
final class PartOfList {

  private PartOfList() {}

  /** A list of its own, as the engine's queries give. */
  static <T> List<T> of(List<T> all, int firstResult, int maxResults) {
    int from = Math.min(Math.max(firstResult, 0), all.size());
    int to = (int) Math.min((long) from + maxResults, all.size());
    return new ArrayList<>(all.subList(from, to));
  }
}
