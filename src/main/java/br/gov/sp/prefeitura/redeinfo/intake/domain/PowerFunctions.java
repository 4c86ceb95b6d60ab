package br.gov.sp.prefeitura.redeinfo.intake.domain;

import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import java.time.LocalDate;
import java.util.Set;

/**
 * Functions that give power over the application. They are given and taken one by one, on their
 * pages, never by a list in whose thousand lines they would go unnoticed.
 */
final class PowerFunctions {

  private static final Set<Function> ALL =
      Set.of(Function.COORDINATION, Function.AUDITOR, Function.ADMINISTRATOR);

  private PowerFunctions() {}

  static boolean contains(Function function) {
    return ALL.contains(function);
  }

  /** Whether the appointment gives such power on the day or will. */
  static boolean isGivenBy(Appointment appointment, LocalDate day) {
    return contains(appointment.function())
        && (appointment.to() == null || !appointment.to().isBefore(day));
  }
}
