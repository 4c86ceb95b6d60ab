package br.gov.sp.prefeitura.redeinfo.intake.domain;

import br.gov.sp.prefeitura.redeinfo.intake.domain.AppointmentPlanner.Standing;
import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Finds the appointment that a line of a list of dismissals means. Such lists often do not know the
 * first day: then the one that has not ended is meant.
 */
final class EndOfAppointment {

  private EndOfAppointment() {}

  /**
   * @param ended gets the appointment that the line ends, unless it has ended so already
   */
  static void judge(
      ListedAppointment one,
      Standing standing,
      LocalDate today,
      Map<Appointment, ListedAppointment> ended) {
    LineDraft line = one.line;
    if (one.to == null) {
      line.problem(Column.TO, "intake.last-day-missing");
      return;
    }
    List<Appointment> meant = standing.of(one).stream().filter(one::means).toList();
    if (meant.stream().anyMatch(known -> hasEndedSo(known, one))) {
      return;
    }
    List<Appointment> open =
        meant.stream().filter(known -> known.to() == null || !known.to().isBefore(today)).toList();
    if (open.size() != 1) {
      line.problem(
          open.isEmpty() ? null : Column.FROM,
          open.size() > 1
              ? "intake.several-to-end"
              : meant.isEmpty() ? "intake.nothing-to-end" : "network.appointment-ended-already");
      return;
    }
    end(one, open.get(0), standing, ended);
  }

  private static void end(
      ListedAppointment one,
      Appointment known,
      Standing standing,
      Map<Appointment, ListedAppointment> ended) {
    if (known.to() != null && one.to.isAfter(known.to())) {
      one.line.problem(Column.TO, "network.last-day-after-planned");
    } else if (ended.containsKey(known)) {
      one.line.problem(null, "intake.repeated", ended.get(known).line.number());
    } else {
      ended.put(known, one);
      standing.occupancy().end(known, lastDay(known, one.to));
      one.line.change(Column.TO, known.to(), lastDay(known, one.to));
      one.line.change(Column.END_REASON, known.endReason(), one.reason);
    }
  }

  private static boolean hasEndedSo(Appointment known, ListedAppointment one) {
    return known.endReason() == one.reason && lastDay(known, one.to).equals(known.to());
  }

  /** Before it took effect an appointment ends on its eve, as on the pages. */
  private static LocalDate lastDay(Appointment known, LocalDate given) {
    LocalDate eve = known.from().minusDays(1);
    return given.isBefore(eve) ? eve : given;
  }
}
