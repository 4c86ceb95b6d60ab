package br.gov.sp.prefeitura.redeinfo.succession.domain;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who states departures and who reads of them, by the groups of now. Everybody may leave; the
 * coordination lets anybody go but auditors and administrators, who are the administrators' to let
 * go; heads and offices let go who works below them in their own body.
 */
@Component
@Transactional(readOnly = true)
public class SuccessionAccess {

  private final SuccessionRepository successions;
  private final Appointments appointments;
  private final Bodies bodies;
  private final Clock clock;

  SuccessionAccess(
      SuccessionRepository successions, Appointments appointments, Bodies bodies, Clock clock) {
    this.successions = successions;
    this.appointments = appointments;
    this.bodies = bodies;
    this.clock = clock;
  }

  /** Today's appointments of the person that the other one may end. */
  public List<Appointment> endable(long personId, SignedIn by) {
    return appointments.ofPerson(personId, SaoPaulo.today(clock)).stream()
        .filter(appointment -> mayEnd(appointment, by))
        .toList();
  }

  boolean mayEnd(Appointment appointment, SignedIn by) {
    if (appointment.personId() == by.personId()) {
      return true;
    }
    if (appointment.function().isAdministrative()) {
      return by.isAdministrator();
    }
    return by.isCoordination()
        || appointment.bodyId() != null && mayEndInBody(appointment, slug(appointment), by);
  }

  private static boolean mayEndInBody(Appointment appointment, String slug, SignedIn by) {
    boolean head = by.isIn(Groups.head(slug));
    return switch (appointment.function()) {
      case FOCAL_POINT, VOLUNTEER -> head || by.isIn(Groups.office(slug));
      case OFFICE -> head;
      case INTERIM_HEAD -> head && !by.isIn(Groups.interimHead(slug));
      default -> false;
    };
  }

  /** The bodies whose people the person lets go, as head or office. */
  public List<Body> ledBy(SignedIn person) {
    return Groups.bodySlugs(person.groups()).stream()
        .filter(slug -> leads(person, slug))
        .map(bodies::findBySlug)
        .flatMap(Optional::stream)
        .toList();
  }

  private static boolean leads(SignedIn person, String slug) {
    return person.isIn(Groups.head(slug)) || person.isIn(Groups.office(slug));
  }

  /**
   * What the person may see of the succession.
   *
   * @throws Refusal (not found) if there is none, or nothing of it is for the person
   */
  public Seen require(long id, SignedIn person) {
    Succession succession = successions.find(id).orElse(null);
    View view = succession == null ? View.NONE : viewOf(succession, person);
    if (view == View.NONE) {
      throw Refusal.notFound("succession.not-found");
    }
    return new Seen(succession, view, maySteer(succession, person), mayPlan(succession, person));
  }

  private View viewOf(Succession succession, SignedIn person) {
    if (person.isCoordination()
        || person.isAuditor()
        || succession.personId() == person.personId()
        || slugs(succession).stream().anyMatch(slug -> leads(person, slug))
        || maySteer(succession, person)) {
      return View.ALL;
    }
    boolean receives =
        successions.items(succession.id()).stream()
            .anyMatch(
                item ->
                    Objects.equals(item.toPersonId(), person.personId())
                        || item.toGroup() != null && person.isIn(item.toGroup()));
    return receives ? View.RECEIVED : View.NONE;
  }

  /** Cancels it and moves its hour: who may end all of it, and of one's own only what one began. */
  boolean maySteer(Succession succession, SignedIn person) {
    if (succession.personId() == person.personId()
        && succession.begunBy() != person.personId()
        && !person.isCoordination()) {
      return false;
    }
    return successions.appointments(succession.id()).stream()
        .map(id -> appointments.find(id).orElseThrow())
        .allMatch(appointment -> mayEnd(appointment, person));
  }

  /** Chooses who gets what: the coordination, the body's head and office, and who steers. */
  boolean mayPlan(Succession succession, SignedIn person) {
    return person.isCoordination()
        || slugs(succession).stream().anyMatch(slug -> leads(person, slug))
        || maySteer(succession, person);
  }

  private Set<String> slugs(Succession succession) {
    return successions.appointments(succession.id()).stream()
        .map(id -> appointments.find(id).orElseThrow())
        .filter(appointment -> appointment.bodyId() != null)
        .map(this::slug)
        .collect(Collectors.toSet());
  }

  private String slug(Appointment appointment) {
    return bodies.get(appointment.bodyId()).slug();
  }

  /** How much of a succession a person sees. */
  public enum View {
    NONE,
    /** The note, and what came to the person or to their groups. */
    RECEIVED,
    ALL
  }

  /**
   * A succession with what one may do about it.
   *
   * @param steers cancels it and moves its hour
   * @param plans chooses who gets what
   */
  public record Seen(Succession succession, View view, boolean steers, boolean plans) {}
}
