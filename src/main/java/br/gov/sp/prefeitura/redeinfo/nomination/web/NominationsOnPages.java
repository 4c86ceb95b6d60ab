package br.gov.sp.prefeitura.redeinfo.nomination.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.BodyPageSection;
import br.gov.sp.prefeitura.redeinfo.nomination.NominationState;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationQueries;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationQueries.NominationSummary;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.Round;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.RoundQueries;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.RoundQueries.RoundOverview;
import br.gov.sp.prefeitura.redeinfo.shared.web.HomeContribution;
import br.gov.sp.prefeitura.redeinfo.shared.web.PageSection;
import br.gov.sp.prefeitura.redeinfo.shared.web.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What nominations contribute to other pages: the history on a body's page; on the start page the
 * open rounds for the coordination and the body's own nominations for those who answer for it.
 */
@Component
class NominationsOnPages implements BodyPageSection, HomeContribution {

  private static final int HISTORY_SHOWN = 20;
  private static final int ROUNDS_LOOKED_AT = 5;
  private static final int OWN_LOOKED_AT = 6;

  private final NominationQueries nominations;
  private final RoundQueries rounds;
  private final Bodies bodies;
  private final CurrentPerson currentPerson;

  NominationsOnPages(
      NominationQueries nominations,
      RoundQueries rounds,
      Bodies bodies,
      CurrentPerson currentPerson) {
    this.nominations = nominations;
    this.rounds = rounds;
    this.bodies = bodies;
    this.currentPerson = currentPerson;
  }

  @Override
  public List<PageSection> sectionsFor(Body body) {
    List<NominationSummary> history = nominations.ofBody(body.id(), null, HISTORY_SHOWN);
    return history.isEmpty()
        ? List.of()
        : List.of(new PageSection(10, "nomination/of-body", history));
  }

  @Override
  public List<PageSection> sectionsFor(Optional<Viewer> viewer) {
    List<PageSection> sections = new ArrayList<>();
    if (viewer.isEmpty()) {
      return sections;
    }
    if (viewer.get().isInAny(Groups.COORDINATION, Groups.AUDITOR)) {
      rounds.list(null, ROUNDS_LOOKED_AT).stream()
          .filter(round -> !round.isClosed())
          .map(Round::id)
          .map(rounds::overview)
          .forEach(
              overview ->
                  sections.add(
                      new PageSection(
                          10,
                          "nomination/round-card",
                          new OpenRound(overview, overview.count(NominationState.IN_FORCE)))));
    }
    currentPerson.require().groups().stream()
        .filter(group -> group.endsWith(".office") || group.endsWith(".head"))
        .map(group -> group.substring(0, group.lastIndexOf('.')))
        .distinct()
        .sorted()
        .forEach(slug -> ownBody(slug).ifPresent(sections::add));
    return sections;
  }

  private Optional<PageSection> ownBody(String slug) {
    return bodies
        .findBySlug(slug)
        .flatMap(
            body ->
                own(nominations.ofBody(body.id(), null, OWN_LOOKED_AT))
                    .map(own -> new OwnNominations(body, own)))
        .map(own -> new PageSection(15, "nomination/own-card", own));
  }

  /** Those that somebody still has to act on, or else how the latest one ended. */
  private static Optional<List<NominationSummary>> own(List<NominationSummary> newestFirst) {
    List<NominationSummary> open =
        newestFirst.stream().filter(nomination -> nomination.state().isOpen()).toList();
    List<NominationSummary> shown = open.isEmpty() ? newestFirst.stream().limit(1).toList() : open;
    return Optional.of(shown).filter(nominations -> !nominations.isEmpty());
  }

  /** An open round and how many of its nominations have led to mandates. */
  record OpenRound(RoundOverview overview, int inForce) {}

  /** The nominations of a body the viewer answers for. */
  record OwnNominations(Body body, List<NominationSummary> nominations) {}
}
