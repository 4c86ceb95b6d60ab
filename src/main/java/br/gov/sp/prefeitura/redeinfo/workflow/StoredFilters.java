package br.gov.sp.prefeitura.redeinfo.workflow;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.util.List;

/**
 * The lists of tasks that are stored in the engine ("filters"). One that was stored before the
 * guard, or past it, may hold expressions, which the engine would run as code; the guard refuses to
 * execute it, and here administrators see and remove it.
 */
public interface StoredFilters {

  /** Those that are refused, by name. */
  List<RefusedFilter> refused();

  /**
   * Removes a filter that is refused, and puts that on record; in a transaction of its own unless
   * there is one.
   *
   * @throws Refusal if there is none of this id, or it is in order
   */
  void remove(String filterId);

  /**
   * @param owner the user who stored it, or {@code null}
   * @param expressions what is refused in it; text from outside, to be shown as text only
   */
  record RefusedFilter(String id, String name, String owner, List<String> expressions) {}
}
