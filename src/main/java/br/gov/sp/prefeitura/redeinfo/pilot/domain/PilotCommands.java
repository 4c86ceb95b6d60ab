package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.pilot.PilotState;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotAccess.Seen;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which commands a person may give a pilot now. Pages show them by this; the services ask again
 * when they are given.
 */
@Component
public class PilotCommands {

  private final ReportRepository reports;
  private final Presentations presentations;
  private final ScopeChanges scopeChanges;
  private final Clock clock;

  PilotCommands(
      ReportRepository reports,
      Presentations presentations,
      ScopeChanges scopeChanges,
      Clock clock) {
    this.reports = reports;
    this.presentations = presentations;
    this.scopeChanges = scopeChanges;
    this.clock = clock;
  }

  /** In the order in which pages show them. */
  @Transactional(readOnly = true)
  public Set<PilotCommand> allowedFor(Seen seen, SignedIn person) {
    Set<PilotCommand> allowed = EnumSet.noneOf(PilotCommand.class);
    for (PilotCommand command : PilotCommand.values()) {
      if (mayGive(command, seen, person) && isTimeFor(command, seen.pilot())) {
        allowed.add(command);
      }
    }
    return allowed;
  }

  /**
   * @throws Refusal (forbidden) if it is not the person's to give, (conflict) if it is not the time
   */
  @Transactional(readOnly = true)
  public void require(PilotCommand command, Seen seen, SignedIn person) {
    PilotLocks.require(mayGive(command, seen, person));
    if (!isTimeFor(command, seen.pilot())) {
      throw Refusal.conflict("pilot.not-now");
    }
  }

  private static boolean mayGive(PilotCommand command, Seen seen, SignedIn person) {
    Body body = seen.body();
    return switch (command) {
      case REPORT, REPORT_EARLY, SCOPE_CHANGE -> PilotAccess.writes(person, body);
      case SUSPENSION, RESUMPTION -> PilotAccess.steers(person, body);
      case CANCELLATION -> mayCancel(seen.pilot(), body, person);
      case SPONSOR -> maySetSponsor(body, person);
      case PRESENTATION -> person.isCoordination();
    };
  }

  private boolean isTimeFor(PilotCommand command, Pilot pilot) {
    boolean running = pilot.state() == PilotState.RUNNING;
    return pilot.isOpen()
        && switch (command) {
          case REPORT ->
              running
                  && reports.findOpen(pilot.id()).filter(ProgressReport::isAskedFor).isPresent();
          case REPORT_EARLY ->
              running && reports.findOpen(pilot.id()).filter(one -> !one.isLaidAside()).isEmpty();
          case SUSPENSION -> running;
          case RESUMPTION -> pilot.state() == PilotState.SUSPENDED;
          case CANCELLATION, SPONSOR -> true;
          case SCOPE_CHANGE -> running && scopeChanges.openOf(pilot.id()).isEmpty();
          case PRESENTATION ->
              pilot.state() == PilotState.APPROVED
                  && presentations.isComing(pilot.id(), clock.instant());
        };
  }

  /** Head and coordination; a draft that was never submitted also whoever may write it. */
  static boolean mayCancel(Pilot pilot, Body body, SignedIn person) {
    return PilotAccess.steers(person, body)
        || pilot.state() == PilotState.DRAFT && PilotAccess.writes(person, body);
  }

  static boolean maySetSponsor(Body body, SignedIn person) {
    return PilotAccess.isOf(person, body) || person.isCoordination();
  }
}
