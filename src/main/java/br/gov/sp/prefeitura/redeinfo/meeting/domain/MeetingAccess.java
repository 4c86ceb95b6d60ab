package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who sees and does what with meetings, by the groups of the moment: who belongs to the network
 * sees them, the coordination keeps them. Whoever may not see them is not told that there is one.
 */
@Component
public class MeetingAccess {

  private static final Set<String> READERS =
      Set.of(Groups.COORDINATION, Groups.CIGA, Groups.SAO_PAULO_ABERTA, Groups.AUDITOR);

  private final MeetingRepository meetings;

  MeetingAccess(MeetingRepository meetings) {
    this.meetings = meetings;
  }

  /** Whether who is in these groups sees meetings from inside. */
  public static boolean reads(Collection<String> groups) {
    return groups.stream().anyMatch(READERS::contains) || !Groups.bodySlugs(groups).isEmpty();
  }

  public static boolean reads(SignedIn person) {
    return reads(person.groups());
  }

  /** Whether the person plans, convenes and records meetings and writes their minutes. */
  public static boolean writes(SignedIn person) {
    return person.isCoordination();
  }

  /** Whether the person may propose items of an agenda: everybody but who only watches. */
  public static boolean proposes(SignedIn person) {
    return reads(person)
        && (writes(person)
            || person.isIn(Groups.CIGA)
            || person.isIn(Groups.SAO_PAULO_ABERTA)
            || !Groups.bodySlugs(person.groups()).isEmpty());
  }

  /**
   * The meeting, if the person may see it.
   *
   * @throws Refusal (not found)
   */
  @Transactional(readOnly = true)
  public Meeting require(long id, SignedIn person) {
    requireReader(person);
    return meetings.find(id).orElseThrow(MeetingAccess::unknown);
  }

  /**
   * @throws Refusal (not found)
   */
  public static void requireReader(SignedIn person) {
    if (!reads(person)) {
      throw unknown();
    }
  }

  /**
   * @throws Refusal (not found) for those who may not see meetings, else (forbidden)
   */
  public static void requireWriter(SignedIn person) {
    requireReader(person);
    if (!writes(person)) {
      throw Refusal.forbidden("meeting.coordination-only");
    }
  }

  static Refusal unknown() {
    return Refusal.notFound("meeting.not-found");
  }
}
