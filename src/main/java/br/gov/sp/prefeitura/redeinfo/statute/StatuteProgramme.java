package br.gov.sp.prefeitura.redeinfo.statute;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import java.time.LocalDate;
import java.util.List;

/**
 * Publishes versions and plans as the coordination does on its pages, for who tells a whole
 * programme at once. Writes join the caller's transaction; the same rules hold.
 */
public interface StatuteProgramme {

  /**
   * Publishes the text as the next version. Every member of that moment is asked to accept it, in
   * the background or by {@link #openTasks}.
   *
   * @return the version's id
   */
  long publish(NewVersion version, SignedIn by);

  /**
   * Opens the tasks of everybody who is asked and has not accepted yet, now and not in the
   * background: a replay lives in its own time.
   *
   * @return business keys of the process instances ({@code statute-acceptance})
   */
  List<Long> openTasks();

  /** Begins the plan of a year, adds the targets and publishes it. */
  void publishPlan(int year, List<NewTarget> targets, SignedIn by);

  /** Codes of the numbers by which targets can be measured. */
  List<String> measures();

  /**
   * @param act e.g. Portaria 025/SMJ/CGM-G/2017
   */
  record NewVersion(
      String principles,
      String roles,
      String duties,
      String activities,
      String act,
      LocalDate actDay,
      LocalDate gazetteDay) {}

  /**
   * @param measure code of the measure, or {@code null} for a number kept by hand
   * @param doneByHand {@code null} where it is measured
   * @param goalCode the city goal it serves, or {@code null}
   * @param goalName or {@code null}
   */
  record NewTarget(
      String what,
      String measure,
      Integer doneByHand,
      int target,
      LocalDate first,
      LocalDate last,
      String goalCode,
      String goalName) {}
}
