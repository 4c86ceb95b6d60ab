package br.gov.sp.prefeitura.redeinfo.pilot.web;

import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.CommentQueries;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Draft;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.DraftService.Saved;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Pilot;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotComment;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ProposalService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.TypedProposal;
import br.gov.sp.prefeitura.redeinfo.pilot.web.ProposalView.Clash;
import br.gov.sp.prefeitura.redeinfo.pilot.web.ProposalView.Gap;
import br.gov.sp.prefeitura.redeinfo.pilot.web.ProposalView.Said;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.web.RefusalTexts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gathers what the page of a proposal that is being written shows. */
@Component
class ProposalPages {

  private final ProposalService proposals;
  private final CommentQueries comments;
  private final Bodies bodies;
  private final Persons persons;
  private final RefusalTexts refusals;
  private final ProposalLabels labels;

  ProposalPages(
      ProposalService proposals,
      CommentQueries comments,
      Bodies bodies,
      Persons persons,
      RefusalTexts refusals,
      ProposalLabels labels) {
    this.proposals = proposals;
    this.comments = comments;
    this.bodies = bodies;
    this.persons = persons;
    this.refusals = refusals;
    this.labels = labels;
  }

  /**
   * The draft as it was saved.
   *
   * @param extra the list that shows one more row, or {@code null}
   */
  ProposalView of(Pilot pilot, Draft draft, String extra) {
    return view(pilot, draft, draft.typed(), Map.of(), Map.of(), extra);
  }

  /** The draft as it was saved, with what is wrong at the fields. */
  ProposalView incomplete(Pilot pilot, Draft draft, Refusal refusal) {
    return view(pilot, draft, draft.typed(), errors(refusal), Map.of(), null);
  }

  /**
   * What was typed, with what is wrong at the fields; nothing of it was saved.
   *
   * @param base from which the person goes on typing
   */
  ProposalView refused(Pilot pilot, Draft draft, int base, TypedProposal typed, Refusal refusal) {
    Draft begun = new Draft(pilot.id(), base, draft.typed(), draft.savedBy(), draft.savedAt());
    return view(pilot, begun, typed, errors(refusal), Map.of(), null);
  }

  /** The person's own texts, beside those that somebody else saved meanwhile. */
  ProposalView clashing(Pilot pilot, Saved saved, TypedProposal typed) {
    TreeMap<String, String> values = new TreeMap<>(saved.draft().typed().values());
    for (String unit : saved.conflicts()) {
      values.keySet().removeIf(name -> TypedProposal.unitOf(name).equals(unit));
      values.putAll(typed.unit(unit));
    }
    return view(pilot, saved.draft(), new TypedProposal(values), Map.of(), clashes(saved), null);
  }

  private ProposalView view(
      Pilot pilot,
      Draft draft,
      TypedProposal typed,
      Map<String, String> errors,
      Map<String, Clash> clashes,
      String extra) {
    Body body = bodies.get(pilot.bodyId());
    return new ProposalView(
        pilot,
        body,
        draft.revision(),
        name(draft.savedBy()),
        draft.savedAt(),
        typed,
        errors,
        gaps(pilot, typed),
        commentsOn(pilot),
        clashes,
        extra);
  }

  List<Gap> gaps(Pilot pilot, TypedProposal typed) {
    return proposals.missing(pilot, typed).stream()
        .map(
            violation ->
                new Gap(
                    ProposalLabels.id(violation.field()),
                    labels.of(violation.field()),
                    refusals.text(violation),
                    ProposalPart.of(violation.field())))
        .toList();
  }

  /** By answer or row. */
  Map<String, Clash> clashes(Saved saved) {
    String by = name(saved.before().savedBy());
    return saved.conflicts().stream()
        .collect(
            Collectors.toMap(
                unit -> unit,
                unit ->
                    new Clash(
                        unit,
                        labels.of(unit),
                        by,
                        saved.before().savedAt(),
                        saved.draft().typed().unit(unit)),
                (a, b) -> a,
                TreeMap::new));
  }

  private Map<String, String> errors(Refusal refusal) {
    return refusal.violations().stream()
        .collect(
            Collectors.toMap(
                violation -> violation.field() == null ? "" : violation.field(),
                refusals::text,
                (a, b) -> a,
                TreeMap::new));
  }

  private Map<String, List<Said>> commentsOn(Pilot pilot) {
    List<PilotComment> said =
        pilot.submission() == 0 ? List.of() : comments.of(pilot.id(), pilot.submission());
    Map<Long, Person> people =
        persons.byId(
            said.stream().map(PilotComment::personId).filter(Objects::nonNull).distinct().toList());
    return said.stream()
        .collect(
            Collectors.groupingBy(
                PilotComment::field,
                Collectors.mapping(
                    comment ->
                        new Said(
                            comment.text(),
                            comment.personId() == null ? "" : people.get(comment.personId()).name(),
                            comment.at()),
                    Collectors.toList())));
  }

  private String name(long personId) {
    return persons.get(personId).name();
  }
}
