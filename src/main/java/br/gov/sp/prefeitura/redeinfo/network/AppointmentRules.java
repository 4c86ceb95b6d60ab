package br.gov.sp.prefeitura.redeinfo.network;

import br.gov.sp.prefeitura.redeinfo.network.Appointments.NewAppointment;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import java.util.ArrayList;
import java.util.List;

/**
 * What an appointment must look like by itself, whoever makes it; that a seat is free only the
 * table can say. Needs no database.
 */
public final class AppointmentRules {

  private static final int ACT_LENGTH = 200;

  private AppointmentRules() {}

  /**
   * @param body the appointment's, or {@code null} for functions of the whole network
   * @return what is wrong, at the fields {@code body}, {@code seat}, {@code from}, {@code to} and
   *     {@code act}; the first of them decides
   */
  public static List<Violation> check(NewAppointment appointment, Body body) {
    List<Violation> violations = new ArrayList<>();
    boolean focalPoint = appointment.function() == Function.FOCAL_POINT;
    if (appointment.function().isOfBody() != (appointment.bodyId() != null)) {
      violations.add(
          Violation.at(
              "body",
              appointment.bodyId() == null
                  ? "network.appointment-needs-body"
                  : "network.appointment-without-body"));
    }
    if (focalPoint != (appointment.track() != null) || focalPoint != (appointment.seat() != null)) {
      violations.add(
          Violation.at(
              "seat", focalPoint ? "network.seat-missing" : "network.seat-only-focal-point"));
    }
    if (appointment.from() == null) {
      violations.add(Violation.at("from", "network.first-day-missing"));
    } else {
      if (appointment.to() != null && appointment.to().isBefore(appointment.from())) {
        violations.add(Violation.at("to", "network.last-day-before-first"));
      }
      if (body != null && !body.existsOn(appointment.from())) {
        violations.add(Violation.at("body", "network.body-not-on-date", body.acronym()));
      }
    }
    violations.addAll(checkAct(appointment.act()));
    return violations;
  }

  /**
   * @param act {@code null} for none
   */
  public static List<Violation> checkAct(String act) {
    boolean invalid =
        act != null
            && (act.isBlank()
                || act.length() > ACT_LENGTH
                || act.chars().anyMatch(Character::isISOControl));
    return invalid ? List.of(Violation.at("act", "network.act-invalid", ACT_LENGTH)) : List.of();
  }
}
