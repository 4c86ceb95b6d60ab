package br.gov.sp.prefeitura.redeinfo.pilot.web;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Pilot;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.TypedProposal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the page of a proposal that is being written shows.
 *
 * @param revision from which the person types on
 * @param savedBy name of who saved last
 * @param errors by field, empty unless the person tried to save or send
 * @param gaps what is missing before it can be sent
 * @param comments of reviewers, by question
 * @param clashes other texts, by answer or row
 * @param extra the list that shows one more, empty row, or {@code null}
 */
record ProposalView(
    Pilot pilot,
    Body body,
    int revision,
    String savedBy,
    Instant savedAt,
    TypedProposal typed,
    Map<String, String> errors,
    List<Gap> gaps,
    Map<String, List<Said>> comments,
    Map<String, Clash> clashes,
    String extra) {

  public String value(String name) {
    return typed.get(name);
  }

  public String id(String name) {
    return ProposalLabels.id(name);
  }

  /** What is wrong with a field, or {@code null}. */
  public String error(String name) {
    return errors.get(name);
  }

  public List<Said> commentsOn(String field) {
    return comments.getOrDefault(field, List.of());
  }

  /** What somebody else wrote there meanwhile, or {@code null}. */
  public Clash clash(String unit) {
    return clashes.get(unit);
  }

  /** How many rows a list shows: the plan has always one. */
  public int rows(String list) {
    int filled = typed.rows(list);
    int shown = list.equals(extra) ? filled + 1 : filled;
    int least = list.equals("milestones") ? 1 : 0;
    return Math.min(Math.max(shown, least), TypedProposal.MOST_ROWS);
  }

  public ProposalPart[] parts() {
    return ProposalPart.values();
  }

  public boolean isReady(ProposalPart part) {
    return gaps.stream().noneMatch(gap -> gap.part() == part);
  }

  public long gapsIn(ProposalPart part) {
    return gaps.stream().filter(gap -> gap.part() == part).count();
  }

  public long ready() {
    return List.of(ProposalPart.values()).stream().filter(this::isReady).count();
  }

  /** Whether it is a change of what is running: not sent here. */
  public boolean isChange() {
    return pilot.state().isInExecution();
  }

  /**
   * A field that has to be answered or mended before the proposal can be sent.
   *
   * @param id of its input
   */
  record Gap(String id, String label, String text, ProposalPart part) {}

  /** What a reviewer said about an answer. */
  record Said(String text, String by, Instant at) {}

  /**
   * What somebody else wrote while the person was writing.
   *
   * @param fields by name, what is blank left out
   */
  record Clash(String unit, String label, String by, Instant at, Map<String, String> fields) {}
}
