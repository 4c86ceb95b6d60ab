package br.gov.sp.prefeitura.redeinfo.pilot.web;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.pilot.PilotState;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Ballot;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Ballot.Tally;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ElectorVote;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Pilot;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotDetails;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotDetails.MilestoneLine;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Presentation;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ProposalWords;
import br.gov.sp.prefeitura.redeinfo.shared.web.Dates;
import br.gov.sp.prefeitura.redeinfo.workflow.WaitingTask;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What a project's facts are called, in the reader's language. */
@Component("projectWords")
class ProjectWords {

  private final MessageSource messages;
  private final Dates dates;
  private final ProposalWords proposals;

  ProjectWords(MessageSource messages, Dates dates, ProposalWords proposals) {
    this.messages = messages;
    this.dates = dates;
    this.proposals = proposals;
  }

  /** The project in a few sentences made of facts. */
  List<String> story(PilotDetails details, List<String> partners) {
    Pilot pilot = details.pilot();
    String body = details.seen().body().acronym();
    List<String> story = new ArrayList<>();
    if (pilot.submission() == 0) {
      story.add(text("pilot.story.idea", body, dates.day(pilot.createdAt())));
    } else {
      story.add(text("pilot.story.who", body, themes(pilot), territory(pilot)));
    }
    if (!partners.isEmpty()) {
      story.add(text("pilot.story.partners", list(partners)));
    }
    story.add(text("pilot.story.state." + pilot.state(), dates.day(pilot.stateSince()), body));
    progress(details, story);
    return story;
  }

  private void progress(PilotDetails details, List<String> story) {
    Pilot pilot = details.pilot();
    if (pilot.state().isInExecution() && !details.milestones().isEmpty()) {
      long done = details.milestones().stream().filter(ProjectWords::isDone).count();
      story.add(
          text(
              "pilot.story.progress",
              pilot.percent(),
              done,
              details.milestones().stream().filter(milestone -> !milestone.dropped()).count()));
    }
    if (pilot.staleSince() != null) {
      story.add(text("pilot.story.stale", dates.day(pilot.staleSince())));
    }
    if (details.evaluation() != null && pilot.state() == PilotState.EVALUATED) {
      story.add(
          text(
              "pilot.story.evaluation",
              text("pilot.completion." + details.evaluation().completion()),
              text("pilot.early-results." + details.evaluation().earlyResults())));
    }
  }

  private static boolean isDone(MilestoneLine milestone) {
    return milestone.percent() == 100 && !milestone.dropped();
  }

  /**
   * Who has the ball, the earliest due first; several tasks of one kind (the committee's votes) are
   * one.
   */
  List<Ball> balls(Pilot pilot, Body body, List<WaitingTask> waiting) {
    Map<String, List<WaitingTask>> byKey =
        waiting.stream()
            .collect(
                Collectors.groupingBy(
                    WaitingTask::taskKey, LinkedHashMap::new, Collectors.toList()));
    return byKey.entrySet().stream()
        .map(
            tasks ->
                new Ball(
                    text("pilot.ball." + tasks.getKey(), body.acronym()),
                    tasks.getValue().get(0).dueAt()))
        .toList();
  }

  /** What it waits for while nobody is asked for anything. */
  String idle(Pilot pilot, Presentation presentation) {
    if (pilot.state() == PilotState.RUNNING && pilot.nextReportAt() != null) {
      return text("pilot.idle.report", dates.day(pilot.nextReportAt()));
    }
    if (pilot.state() == PilotState.APPROVED && presentation != null) {
      return text(
          "pilot.idle.presentation", dates.moment(presentation.startsAt()), presentation.place());
    }
    if (pilot.isOpen()) {
      return text("pilot.idle." + pilot.state());
    }
    return text(
        pilot.state() == PilotState.PRESENTED ? "pilot.idle.never-begun" : "pilot.idle.over");
  }

  /** What comes after the step in which it stands; empty when it is over. */
  String next(Pilot pilot) {
    return pilot.isOpen() ? text("pilot.next." + pilot.state()) : "";
  }

  /** How a milestone stands, in words. */
  public String milestone(MilestoneLine milestone) {
    if (milestone.dropped()) {
      return text("pilot.milestone.dropped");
    }
    if (milestone.actualEnd() != null) {
      return text("pilot.milestone.ended", dates.day(milestone.actualEnd()));
    }
    if (milestone.late()) {
      return text("pilot.milestone.late");
    }
    return milestone.actualStart() == null
        ? text("pilot.milestone.not-begun")
        : text("pilot.milestone.begun", dates.day(milestone.actualStart()));
  }

  /** How a ballot ended, or until when it goes on. */
  public String ballot(Ballot ballot) {
    if (ballot.isOpen()) {
      return text("pilot.ballot.open", dates.moment(ballot.deadline()));
    }
    String outcome = text("pilot.ballot.ended." + ballot.outcome(), dates.day(ballot.closedAt()));
    return ballot.resolution() == null
        ? outcome
        : outcome + " " + text("pilot.ballot.resolved." + ballot.resolution());
  }

  /** How many voted how; while it is open how many voted. */
  public String counts(Tally tally) {
    return tally.choices() == null
        ? text("pilot.ballot.cast", tally.cast(), tally.electorate())
        : text(
            "pilot.ballot.counts",
            tally.choices().inFavour(),
            tally.choices().against(),
            tally.choices().abstained(),
            tally.conflicts(),
            tally.silent());
  }

  /** How somebody voted; while the ballot is open whether they have. */
  public String vote(ElectorVote vote, Ballot ballot) {
    if (vote.vote() != null) {
      return text("pilot.vote." + vote.vote());
    }
    if (vote.leftAt() != null) {
      return text("pilot.vote.left");
    }
    return text(
        ballot.isOpen() && vote.castAt() != null ? "pilot.ballot.voted" : "pilot.vote.none");
  }

  public String themes(Pilot pilot) {
    return list(
        pilot.themes().stream().sorted().map(theme -> text("pilot.theme." + theme)).toList());
  }

  public String territory(Pilot pilot) {
    return pilot.territory() == null ? "" : proposals.territory(pilot.territory());
  }

  /** "a, b e c". */
  public String list(List<String> names) {
    int last = names.size() - 1;
    return last <= 0
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + text("pilot.list.and") + names.get(last);
  }

  String text(String key, Object... args) {
    return messages.getMessage(key, args, locale());
  }

  Locale locale() {
    return LocaleContextHolder.getLocale();
  }

  /**
   * @param text who does what now
   * @param due by when, or {@code null}
   */
  record Ball(String text, Instant due) {}
}
