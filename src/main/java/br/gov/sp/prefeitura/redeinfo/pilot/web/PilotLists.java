package br.gov.sp.prefeitura.redeinfo.pilot.web;

import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.BodyKind;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Pilot;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotCard;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotProcess;
import br.gov.sp.prefeitura.redeinfo.pilot.web.ProjectWords.Ball;
import br.gov.sp.prefeitura.redeinfo.workflow.WaitingTask;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Projects in lists as pages show them: two reads for all of them, whatever their number. */
@Component
class PilotLists {

  private final PilotProcess process;
  private final Bodies bodies;
  private final ProjectWords words;

  PilotLists(PilotProcess process, Bodies bodies, ProjectWords words) {
    this.process = process;
    this.bodies = bodies;
    this.words = words;
  }

  /** The cards as lines, with who has the ball. */
  List<Line> lines(List<PilotCard> cards) {
    return lines(cards, true);
  }

  /** Like {@link #lines}, for anybody. */
  List<Line> publicLines(List<PilotCard> cards) {
    return lines(cards, false);
  }

  private List<Line> lines(List<PilotCard> cards, boolean signedIn) {
    Map<Long, Line> byId = byId(cards, signedIn);
    return cards.stream().map(card -> byId.get(card.pilot().id())).toList();
  }

  /** Like {@link #lines}, of several lists at once. */
  <K> Map<K, List<Line>> lines(Map<K, List<PilotCard>> lists) {
    Map<Long, Line> byId = byId(lists.values().stream().flatMap(Collection::stream).toList(), true);
    return lists.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                list ->
                    list.getValue().stream().map(card -> byId.get(card.pilot().id())).toList()));
  }

  private Map<Long, Line> byId(List<PilotCard> cards, boolean signedIn) {
    Map<Long, List<WaitingTask>> waiting =
        cards.isEmpty()
            ? Map.of()
            : process.waiting(
                cards.stream().map(PilotCard::pilot).filter(Pilot::isOpen).map(Pilot::id).toList());
    Map<Long, Body> leading =
        bodies.byId(cards.stream().map(card -> card.pilot().bodyId()).collect(Collectors.toSet()));
    return cards.stream()
        .collect(
            Collectors.toMap(
                card -> card.pilot().id(),
                card -> line(card, leading.get(card.pilot().bodyId()), waiting, signedIn)));
  }

  private Line line(
      PilotCard card, Body body, Map<Long, List<WaitingTask>> waiting, boolean signedIn) {
    Pilot pilot = card.pilot();
    List<Ball> balls = words.balls(pilot, body, waiting.getOrDefault(pilot.id(), List.of()));
    return new Line(
        pilot,
        body,
        signedIn,
        card.inside(),
        card.late(),
        balls.isEmpty() ? new Ball(words.idle(pilot, null), null) : balls.get(0));
  }

  /** Bodies that may lead a project, by acronym, and the territories that one may have. */
  Choices choices() {
    List<Body> all =
        bodies.all().stream()
            .sorted(Comparator.comparing(Body::acronym, String.CASE_INSENSITIVE_ORDER))
            .toList();
    return new Choices(
        all, all.stream().filter(body -> body.kind() == BodyKind.SUBPREFEITURA).toList());
  }

  /** What a list can be filtered by. */
  record Choices(List<Body> bodies, List<Body> territories) {}

  /**
   * @param signedIn whether it is shown to somebody of the network
   * @param inside whether the reader sees more of it than what is published
   * @param late whether a report is overdue or a milestone past its planned end
   * @param ball who does what next
   */
  record Line(Pilot pilot, Body body, boolean signedIn, boolean inside, boolean late, Ball ball) {

    /** Whether nobody answers for it, as those who take part may know. */
    public boolean orphaned() {
      return inside && pilot.isOpen() && pilot.sponsorId() == null;
    }

    /** What a reader's eye should fall on. */
    public boolean marked() {
      return late || helpWanted() || orphaned();
    }

    /** Help is asked of the network, not of the public. */
    public boolean helpWanted() {
      return signedIn && pilot.helpWanted();
    }
  }

  static <T> List<T> first(List<T> found, int size) {
    return found.subList(0, Math.min(size, found.size()));
  }
}
