package br.gov.sp.prefeitura.redeinfo.succession.domain;

import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Functions without which network or application would stand still: their last holder stays. */
@Component
class EssentialFunctions {

  private static final Set<Function> ESSENTIAL =
      Set.of(Function.COORDINATION, Function.ADMINISTRATOR);

  private final Appointments appointments;
  private final SuccessionRepository successions;
  private final JdbcClient jdbc;
  private final Clock clock;

  EssentialFunctions(
      Appointments appointments, SuccessionRepository successions, JdbcClient jdbc, Clock clock) {
    this.appointments = appointments;
    this.successions = successions;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Whether nobody would be left at that moment when this one and those who are leaving already are
   * gone.
   */
  boolean wouldBeDeserted(Appointment appointment, Instant at) {
    return holders(appointment, LocalDate.ofInstant(at, SaoPaulo.ZONE))
        <= 1 + successions.leaving(appointment.function().name());
  }

  /** Whether nobody would be left when this one is gone now. */
  boolean isLast(Appointment appointment) {
    return holders(appointment, SaoPaulo.today(clock)) <= 1;
  }

  /** Two who leave at the same time are counted one after the other. */
  private long holders(Appointment appointment, LocalDate day) {
    if (!ESSENTIAL.contains(appointment.function())) {
      return Long.MAX_VALUE;
    }
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('succession:' || :function))")
        .param("function", appointment.function().name())
        .query(row -> {});
    return appointments.holders(null, appointment.function(), day).size();
  }
}
