package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.pilot.PilotState;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who sees what of a pilot, by the groups of now. What a person may not see does not exist for
 * them: pages answer as if there were no such pilot.
 *
 * <ul>
 *   <li>coordination and auditors: everything
 *   <li>the lead body (head, office, members): everything but internal notes and single votes
 *   <li>the committee: from its ballot on, with internal notes, and votes once the ballot is over
 *   <li>partner bodies: from the first submission on, without opinions and votes
 *   <li>anybody: what is published, from the approval on
 * </ul>
 */
@Component
public class PilotAccess {

  /** States in which no vote was opened yet. */
  static final Set<PilotState> BEFORE_VOTE =
      Set.of(
          PilotState.DRAFT,
          PilotState.IN_PARTNERSHIP,
          PilotState.IN_ENDORSEMENT,
          PilotState.IN_REVIEW,
          PilotState.NOT_ENDORSED,
          PilotState.NOT_RECOMMENDED);

  private final PilotRepository pilots;
  private final Bodies bodies;
  private final JdbcClient jdbc;

  PilotAccess(PilotRepository pilots, Bodies bodies, JdbcClient jdbc) {
    this.pilots = pilots;
    this.bodies = bodies;
    this.jdbc = jdbc;
  }

  /**
   * The pilot with what the person may see of it.
   *
   * @throws Refusal (not found) if there is no such pilot, or it is not for the person
   */
  @Transactional(readOnly = true)
  public Seen require(long id, SignedIn person) {
    return find(id, person).orElseThrow(() -> Refusal.notFound("pilot.not-found"));
  }

  /** Like {@link #require}; nothing if it is not for the person. */
  @Transactional(readOnly = true)
  public Optional<Seen> find(long id, SignedIn person) {
    return pilots
        .find(id)
        .map(
            pilot -> {
              Body body = bodies.get(pilot.bodyId());
              return new Seen(pilot, body, viewOf(person, pilot, body));
            })
        .filter(seen -> seen.view() != View.NONE);
  }

  View viewOf(SignedIn person, Pilot pilot, Body body) {
    if (person.isCoordination() || person.isAuditor()) {
      return View.ALL;
    }
    if (isOf(person, body)) {
      return View.LEAD_BODY;
    }
    if (person.isIn(Groups.CIGA) && wasInVote(pilot)) {
      return View.COMMITTEE;
    }
    if (pilot.submission() > 0 && isPartner(person, pilot.id())) {
      return View.PARTNER;
    }
    return pilot.isPublished() ? View.PUBLIC : View.NONE;
  }

  /** Whether a ballot on it was opened; a returned proposal is the body's again. */
  private boolean wasInVote(Pilot pilot) {
    return !BEFORE_VOTE.contains(pilot.state())
        && jdbc.sql("SELECT EXISTS (SELECT 1 FROM pilot_ballot WHERE pilot_id = :pilot)")
            .param("pilot", pilot.id())
            .query(Boolean.class)
            .single();
  }

  private boolean isPartner(SignedIn person, long pilotId) {
    Set<Long> own = ownBodies(person);
    return !own.isEmpty()
        && jdbc.sql(
                """
                SELECT EXISTS (SELECT 1 FROM pilot_partner
                                WHERE pilot_id = :pilot AND body_id IN (:bodies))
                """)
            .param("pilot", pilotId)
            .param("bodies", own)
            .query(Boolean.class)
            .single();
  }

  /** Ids of the bodies to which the person belongs by a group of now. */
  public Set<Long> ownBodies(SignedIn person) {
    return Groups.bodySlugs(person.groups()).stream()
        .map(bodies::findBySlug)
        .flatMap(Optional::stream)
        .map(Body::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether the person belongs to the body: head, interim, office or member. */
  public static boolean isOf(SignedIn person, Body body) {
    return writes(person, body)
        || Stream.of(Groups.head(body.slug()), Groups.interimHead(body.slug()))
            .anyMatch(person::isIn);
  }

  /** Whether the person writes proposals and reports for the body: its members and its office. */
  public static boolean writes(SignedIn person, Body body) {
    return person.isIn(Groups.members(body.slug())) || person.isIn(Groups.office(body.slug()));
  }

  /** Whether the person may suspend, resume or cancel: the head, and the coordination. */
  public static boolean steers(SignedIn person, Body body) {
    return person.isCoordination() || person.isIn(Groups.head(body.slug()));
  }

  /** How much of a pilot a person sees. */
  public enum View {
    NONE,
    PUBLIC,
    PARTNER,
    COMMITTEE,
    LEAD_BODY,
    ALL;

    /** The proposal as it was submitted, comments on it and all evidence. */
    public boolean seesInside() {
      return this != NONE && this != PUBLIC;
    }

    /** Drafts, comments and the coordination's opinion. */
    public boolean seesOpinions() {
      return this == LEAD_BODY || this == COMMITTEE || this == ALL;
    }

    /** What is being written and was not submitted yet. */
    public boolean seesDrafts() {
      return this == LEAD_BODY || this == ALL;
    }

    /** Notes of the coordination for the committee, and who voted how. */
    public boolean seesVotes() {
      return this == COMMITTEE || this == ALL;
    }
  }

  /** A pilot, its lead body and how much of it the person sees. */
  public record Seen(Pilot pilot, Body body, View view) {}
}
