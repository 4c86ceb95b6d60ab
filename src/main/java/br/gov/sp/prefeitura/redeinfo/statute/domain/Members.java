package br.gov.sp.prefeitura.redeinfo.statute.domain;

import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who has to accept the statute: focal points and volunteers of today. */
@Component("statuteMembers")
class Members {

  private static final Set<Function> FUNCTIONS = Set.of(Function.FOCAL_POINT, Function.VOLUNTEER);

  private final Appointments appointments;
  private final Clock clock;

  Members(Appointments appointments, Clock clock) {
    this.appointments = appointments;
    this.clock = clock;
  }

  /** The memberships of today, focal points first; a person may have several. */
  List<Appointment> memberships() {
    return appointments.exercising(FUNCTIONS, SaoPaulo.today(clock)).stream()
        .sorted(Comparator.comparing(Appointment::function).thenComparing(Appointment::id))
        .toList();
  }

  /** Which of the persons are members today. One statement. */
  Set<Long> among(Collection<Long> personIds) {
    return today(personIds).map(Appointment::personId).collect(Collectors.toSet());
  }

  /** Whether it is a membership, and the person has no other one today. */
  boolean isOnly(Appointment appointment) {
    return FUNCTIONS.contains(appointment.function())
        && today(List.of(appointment.personId())).allMatch(one -> one.id() == appointment.id());
  }

  private Stream<Appointment> today(Collection<Long> personIds) {
    LocalDate today = SaoPaulo.today(clock);
    return appointments.ofPersons(personIds).stream()
        .filter(one -> FUNCTIONS.contains(one.function()))
        .filter(one -> !one.from().isAfter(today))
        .filter(one -> one.to() == null || !one.to().isBefore(today));
  }
}
