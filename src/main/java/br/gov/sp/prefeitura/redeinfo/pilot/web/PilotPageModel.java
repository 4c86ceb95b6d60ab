package br.gov.sp.prefeitura.redeinfo.pilot.web;

import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ElectorVote;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Partnership;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Pilot;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotAccess.View;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotDetails;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotDetails.BallotLine;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotEvent;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotEvent.Kind;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ProgressReport;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ProposalField;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ProposalWords;
import br.gov.sp.prefeitura.redeinfo.pilot.web.ProjectWords.Ball;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the pages of one project, inside and public, and its dossier say. */
@Component
class PilotPageModel {

  /** Said elsewhere on the page, or nobody's but the body's. */
  private static final Set<ProposalField> NOT_REPEATED =
      EnumSet.of(ProposalField.TITLE, ProposalField.MILESTONES, ProposalField.PARTNERS);

  /** Decisions of the way, without what went on between bodies and coordination. */
  private static final Set<Kind> PUBLIC_STORY =
      EnumSet.of(
          Kind.SUBMITTED,
          Kind.ENDORSED,
          Kind.FORWARDED,
          Kind.APPROVED,
          Kind.PRESENTATION_SCHEDULED,
          Kind.PRESENTATION_MOVED,
          Kind.PRESENTED,
          Kind.STARTED,
          Kind.NEVER_STARTED,
          Kind.REPORT_OVERDUE,
          Kind.REPORT_ACCEPTED,
          Kind.SUSPENDED,
          Kind.RESUMED,
          Kind.SCOPE_CHANGED,
          Kind.COMPLETION_ACCEPTED,
          Kind.EVALUATED,
          Kind.CANCELLED);

  private final ProjectWords words;
  private final ProposalWords proposals;
  private final Bodies bodies;
  private final Persons persons;

  PilotPageModel(ProjectWords words, ProposalWords proposals, Bodies bodies, Persons persons) {
    this.words = words;
    this.proposals = proposals;
    this.bodies = bodies;
    this.persons = persons;
  }

  PilotPage of(PilotDetails details) {
    Pilot pilot = details.pilot();
    Body body = details.seen().body();
    boolean inside = details.seen().view().seesInside();
    List<Partner> partners = partners(details.partners());
    List<Ball> balls = words.balls(pilot, body, details.waiting());
    return new PilotPage(
        details,
        words.story(details, partners.stream().map(Partner::name).toList()),
        balls.isEmpty() ? words.idle(pilot, details.presentation()) : null,
        balls,
        words.next(pilot),
        PilotWay.of(details),
        answers(details),
        partners,
        inside
            ? details.story()
            : details.story().stream()
                .filter(event -> PUBLIC_STORY.contains(event.kind()))
                .toList(),
        names(details),
        bodies.byId(
            details.story().stream()
                .map(PilotEvent::bodyId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet())));
  }

  private Map<ProposalField, String> answers(PilotDetails details) {
    if (details.proposal() == null) {
      return Map.of();
    }
    Map<ProposalField, String> answers = proposals.of(details.proposal());
    answers.keySet().removeAll(NOT_REPEATED);
    if (details.seen().view() == View.PUBLIC) {
      // What might go wrong is said among those who can help.
      answers.remove(ProposalField.RISKS);
    }
    return answers;
  }

  private List<Partner> partners(List<Partnership> lines) {
    Map<Long, Body> byId =
        bodies.byId(
            lines.stream()
                .map(Partnership::bodyId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    return lines.stream()
        .map(
            line ->
                new Partner(
                    line.bodyId() == null ? line.guest() : byId.get(line.bodyId()).acronym(), line))
        .toList();
  }

  /** Of all who are named on the page, by one read. */
  private Map<Long, String> names(PilotDetails details) {
    Set<Long> ids =
        Stream.of(
                details.seen().view().seesInside()
                    ? Stream.of(details.pilot().sponsorId())
                    : Stream.<Long>empty(),
                details.story().stream().map(PilotEvent::personId),
                details.reports().stream().map(ProgressReport::submittedBy),
                details.ballots().stream()
                    .map(BallotLine::votes)
                    .flatMap(Collection::stream)
                    .map(ElectorVote::personId))
            .flatMap(all -> all)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return persons.byId(ids).values().stream().collect(Collectors.toMap(Person::id, Person::name));
  }

  /**
   * @param story the project in a few sentences
   * @param idle what it waits for when nobody is asked for anything, else {@code null}
   * @param next what comes afterwards; empty when it is over
   * @param answers of the proposal, in the order of its questions
   * @param events oldest first
   * @param names of the people named, by id
   * @param acting bodies named in the story, by id
   */
  record PilotPage(
      PilotDetails details,
      List<String> story,
      String idle,
      List<Ball> balls,
      String next,
      List<PilotWay.Step> way,
      Map<ProposalField, String> answers,
      List<Partner> partners,
      List<PilotEvent> events,
      Map<Long, String> names,
      Map<Long, Body> acting) {

    public Pilot pilot() {
      return details.pilot();
    }

    public Body body() {
      return details.seen().body();
    }

    public View view() {
      return details.seen().view();
    }

    /** Who answers for it, or {@code null}. */
    public String sponsor() {
      return names.get(pilot().sponsorId());
    }

    public boolean orphaned() {
      return view().seesInside() && pilot().isOpen() && pilot().sponsorId() == null;
    }
  }

  /**
   * @param name acronym of a body, or name of a guest
   */
  record Partner(String name, Partnership line) {}
}
