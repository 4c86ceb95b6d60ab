package br.gov.sp.prefeitura.redeinfo.workflow.form;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a submission is judged by besides its form. Both are asked for only if something depends on
 * them, and at most once.
 */
public final class Surroundings {

  private final Supplier<Map<String, Object>> shownSource;
  private final Supplier<LocalDate> todaySource;
  private Map<String, Object> shown;
  private LocalDate today;

  /**
   * @param shown the values that the form showed, by name, as the browser got them: texts, numbers,
   *     booleans, lists and maps of such
   * @param today the date where the people are
   */
  public Surroundings(Supplier<Map<String, Object>> shown, Supplier<LocalDate> today) {
    this.shownSource = shown;
    this.todaySource = today;
  }

  Map<String, Object> shown() {
    if (shown == null) {
      shown = shownSource.get();
    }
    return shown;
  }

  LocalDate today() {
    if (today == null) {
      today = todaySource.get();
    }
    return today;
  }
}
