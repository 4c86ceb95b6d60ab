package br.gov.sp.prefeitura.redeinfo.pilot.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.BodyPageSection;
import br.gov.sp.prefeitura.redeinfo.pilot.PilotState;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotBoard;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotCard;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotFilter;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotFilter.Whose;
import br.gov.sp.prefeitura.redeinfo.pilot.web.PilotLists.Line;
import br.gov.sp.prefeitura.redeinfo.shared.paging.Position;
import br.gov.sp.prefeitura.redeinfo.shared.web.HomeContribution;
import br.gov.sp.prefeitura.redeinfo.shared.web.PageSection;
import br.gov.sp.prefeitura.redeinfo.shared.web.Viewer;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Projects on the start page and on the pages of bodies. */
@Component
class PilotsOnPages implements HomeContribution, BodyPageSection {

  private static final int SHOWN = 5;
  private static final int SHOWN_TO_ANYBODY = 3;

  private final PilotBoard board;
  private final PilotLists lists;
  private final CurrentPerson currentPerson;

  PilotsOnPages(PilotBoard board, PilotLists lists, CurrentPerson currentPerson) {
    this.board = board;
    this.lists = lists;
    this.currentPerson = currentPerson;
  }

  /** The open projects of the person's bodies; for those who look after all, the late ones. */
  @Override
  public List<PageSection> sectionsFor(Optional<Viewer> viewer) {
    Optional<SignedIn> person = viewer.isEmpty() ? Optional.empty() : currentPerson.find();
    return person.map(this::own).orElseGet(this::newest);
  }

  private List<PageSection> own(SignedIn person) {
    boolean all = person.isCoordination() || person.isAuditor();
    boolean ofBody = !Groups.bodySlugs(person.groups()).isEmpty();
    if (!all && !ofBody) {
      return List.of();
    }
    PilotFilter filter =
        all
            ? new PilotFilter(null, null, null, true, null, null)
            : new PilotFilter(null, null, null, false, Whose.MY_BODY, null);
    // Presented and never begun is over, though more can follow that state.
    List<PilotCard> cards =
        board.list(person, filter, PilotState.open(), Position.NEWEST, SHOWN).stream()
            .filter(card -> card.pilot().isOpen())
            .toList();
    return cards.isEmpty()
        ? List.of()
        : List.of(
            new PageSection(
                14,
                "pilot/home-card",
                new Shown(
                    all ? "pilot.home.late" : "pilot.home.own",
                    all ? "/pilots?late=true" : "/pilots?whose=MY_BODY",
                    lists.lines(cards))));
  }

  private List<PageSection> newest() {
    List<PilotCard> cards =
        board.published(PilotFilter.ALL, null, Position.NEWEST, SHOWN_TO_ANYBODY);
    return cards.isEmpty()
        ? List.of()
        : List.of(
            new PageSection(
                20,
                "pilot/rows-section",
                new Shown("pilot.home.newest", "/projects", lists.publicLines(cards))));
  }

  @Override
  public List<PageSection> sectionsFor(Body body) {
    List<PilotCard> cards =
        board.list(
            currentPerson.require(),
            ofBody(body),
            List.of(PilotState.values()),
            Position.NEWEST,
            SHOWN);
    return cards.isEmpty()
        ? List.of()
        : List.of(
            new PageSection(
                25,
                "pilot/rows-section",
                new Shown("pilot.of-body", "/pilots?body=" + body.slug(), lists.lines(cards))));
  }

  @Override
  public List<PageSection> publicSectionsFor(Body body) {
    List<PilotCard> cards = board.published(ofBody(body), null, Position.NEWEST, SHOWN);
    return cards.isEmpty()
        ? List.of()
        : List.of(
            new PageSection(
                25,
                "pilot/rows-section",
                new Shown(
                    "pilot.of-body", "/projects?body=" + body.slug(), lists.publicLines(cards))));
  }

  private static PilotFilter ofBody(Body body) {
    return new PilotFilter(null, body.id(), null, false, null, null);
  }

  /**
   * @param title key of the heading
   * @param all where all of them are
   */
  record Shown(String title, String all, List<Line> lines) {

    /** Where each of them is. */
    public String path() {
      return all.replaceFirst("\\?.*", "");
    }
  }
}
