package br.gov.sp.prefeitura.redeinfo.pilot.web;

import br.gov.sp.prefeitura.redeinfo.pilot.domain.Ballot;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Evaluation;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotDetails.BallotLine;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotDetails.MilestoneLine;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotEvent;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ProgressReport;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Review;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Review.Finding;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ReviewPoint;
import br.gov.sp.prefeitura.redeinfo.pilot.web.PilotPageModel.PilotPage;
import br.gov.sp.prefeitura.redeinfo.shared.documents.PdfDocuments;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.shared.web.Dates;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** One project on paper: what its page says to the same reader, in the reader's language. */
@Component
class PilotDossier {

  private final PdfDocuments documents;
  private final ProjectWords words;
  private final Dates dates;
  private final Clock clock;

  PilotDossier(PdfDocuments documents, ProjectWords words, Dates dates, Clock clock) {
    this.documents = documents;
    this.words = words;
    this.dates = dates;
    this.clock = clock;
  }

  byte[] pdf(PilotPage page) {
    return documents.render(
        "pilot-dossier",
        words.locale(),
        Map.of(
            "title", page.pilot().title(),
            "language", words.locale().toLanguageTag(),
            "body", page.body().acronym() + " · " + page.body().name(),
            "state", words.text("pilot.state." + page.pilot().state()),
            "story", String.join(" ", page.story()),
            "sections", sections(page),
            "printedOn", dates.day(SaoPaulo.today(clock))));
  }

  private List<Section> sections(PilotPage page) {
    return Stream.of(
            section("now", now(page)),
            section("proposal", answers(page)),
            section("partners", partners(page)),
            section("milestones", each(page.details().milestones(), this::milestone)),
            section("reports", each(page.details().reports(), this::report)),
            section("reviews", reviews(page)),
            section("ballots", each(page.details().ballots(), ballot -> ballot(ballot, page))),
            section("evaluation", evaluation(page.details().evaluation())),
            section("history", each(page.events(), event -> event(event, page))))
        .filter(section -> !section.facts().isEmpty())
        .toList();
  }

  private Section section(String key, List<Fact> facts) {
    return new Section(words.text("pilot.page." + key), facts);
  }

  private List<Fact> now(PilotPage page) {
    List<Fact> facts = new ArrayList<>();
    page.balls()
        .forEach(
            ball ->
                facts.add(new Fact(ball.text(), ball.due() == null ? "" : dates.due(ball.due()))));
    if (page.idle() != null) {
      facts.add(new Fact(words.text("pilot.page.waits"), page.idle()));
    }
    if (!page.next().isEmpty()) {
      facts.add(new Fact(words.text("pilot.page.next"), page.next()));
    }
    if (page.sponsor() != null) {
      facts.add(new Fact(words.text("pilot.page.sponsor"), page.sponsor()));
    }
    return facts;
  }

  private List<Fact> answers(PilotPage page) {
    return page.answers().entrySet().stream()
        .map(answer -> new Fact(words.text(answer.getKey().messageKey()), answer.getValue()))
        .toList();
  }

  private List<Fact> partners(PilotPage page) {
    return page.partners().stream()
        .map(
            partner ->
                new Fact(
                    partner.name(),
                    lines(
                        partner.line().part(),
                        words.text("pilot.partner.state." + partner.line().state()),
                        partner.line().reason())))
        .toList();
  }

  private Fact milestone(MilestoneLine milestone) {
    return new Fact(
        milestone.title(),
        lines(
            words.text(
                "pilot.milestone.planned",
                dates.day(milestone.plannedStart()),
                dates.day(milestone.plannedEnd())),
            words.milestone(milestone),
            words.text("pilot.milestone.percent", milestone.percent()),
            milestone.responsible(),
            milestone.delayReason()));
  }

  private Fact report(ProgressReport report) {
    return new Fact(
        words.text("pilot.page.report", report.number()),
        lines(
            words.text("pilot.report.state." + report.state()),
            report.submittedAt() == null ? null : dates.day(report.submittedAt()),
            report.summary(),
            report.riskText(),
            report.helpText(),
            report.review()));
  }

  private List<Fact> reviews(PilotPage page) {
    List<Fact> facts = new ArrayList<>();
    for (Review review : page.details().reviews()) {
      facts.add(
          new Fact(
              words.text("pilot.review.of", review.submission()),
              lines(
                  words.text("pilot.opinion." + review.outcome()),
                  dates.day(review.reviewedAt()),
                  review.opinion(),
                  review.internalNote())));
      review.points().forEach((point, finding) -> facts.add(point(point, finding)));
    }
    return facts;
  }

  private Fact point(ReviewPoint point, Finding finding) {
    return new Fact(
        words.text(point.messageKey()),
        lines(words.text("pilot.verdict." + finding.verdict()), finding.comment()));
  }

  private Fact ballot(BallotLine line, PilotPage page) {
    Ballot ballot = line.ballot();
    return new Fact(
        words.text("pilot.ballot.title", ballot.round()),
        Stream.concat(
                Stream.of(words.ballot(ballot), words.counts(ballot.tally())),
                line.votes().stream()
                    .map(
                        vote ->
                            page.names().get(vote.personId()) + ": " + words.vote(vote, ballot)))
            .collect(Collectors.joining("\n")));
  }

  private List<Fact> evaluation(Evaluation evaluation) {
    return evaluation == null
        ? List.of()
        : Stream.of(
                new Fact(
                    words.text("pilot.page.completion"),
                    words.text("pilot.completion." + evaluation.completion())),
                new Fact(
                    words.text("pilot.page.early-results"),
                    words.text("pilot.early-results." + evaluation.earlyResults())),
                new Fact(words.text("pilot.page.opinion"), evaluation.text()),
                new Fact(words.text("pilot.page.lessons"), evaluation.lessons()))
            .filter(fact -> fact.value() != null)
            .toList();
  }

  private Fact event(PilotEvent event, PilotPage page) {
    String who = event.personId() == null ? null : page.names().get(event.personId());
    return new Fact(
        dates.day(event.at()),
        lines(words.text("pilot.event." + event.kind()), who, event.reason()));
  }

  private static <T> List<Fact> each(List<T> things, Function<T, Fact> fact) {
    return things.stream().map(fact).toList();
  }

  private static String lines(String... lines) {
    return Stream.of(lines)
        .filter(line -> line != null && !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /** A part of the paper: it is left out when there is nothing in it. */
  record Section(String title, List<Fact> facts) {}

  /**
   * @param value may have several lines
   */
  record Fact(String label, String value) {}
}
