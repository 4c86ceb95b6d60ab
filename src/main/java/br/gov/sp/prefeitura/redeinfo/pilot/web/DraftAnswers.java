package br.gov.sp.prefeitura.redeinfo.pilot.web;

import br.gov.sp.prefeitura.redeinfo.pilot.domain.DraftService.Saved;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Pilot;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Proposal.PersonalData;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ProposalWords;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.TypedProposal;
import br.gov.sp.prefeitura.redeinfo.pilot.web.DraftAnswer.Other;
import br.gov.sp.prefeitura.redeinfo.pilot.web.ProposalView.Clash;
import br.gov.sp.prefeitura.redeinfo.pilot.web.ProposalView.Gap;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Says to the page's script, and to who only reads, how a draft stands. */
@Component
class DraftAnswers {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm").withZone(SaoPaulo.ZONE);

  private final ProposalPages pages;
  private final ProposalLabels labels;
  private final ProposalWords words;

  DraftAnswers(ProposalPages pages, ProposalLabels labels, ProposalWords words) {
    this.pages = pages;
    this.labels = labels;
    this.words = words;
  }

  /**
   * @param typed what the person wanted to save
   */
  DraftAnswer of(Pilot pilot, Saved saved, TypedProposal typed) {
    TypedProposal now = saved.draft().typed();
    Map<String, String> others = new TreeMap<>();
    saved.otherThan(typed).stream()
        .filter(name -> !saved.conflicts().contains(TypedProposal.unitOf(name)))
        .forEach(name -> others.put(name, now.get(name)));
    List<Gap> gaps = pages.gaps(pilot, now);
    Map<String, String> parts = new LinkedHashMap<>();
    for (ProposalPart part : ProposalPart.values()) {
      parts.put(part.name(), standing(gaps, part));
    }
    long ready =
        Arrays.stream(ProposalPart.values())
            .filter(part -> gaps.stream().noneMatch(gap -> gap.part() == part))
            .count();
    return new DraftAnswer(
        saved.draft().revision(),
        labels.text("pilot.proposal.saved-at", TIME.format(saved.draft().savedAt())),
        others,
        pages.clashes(saved).values().stream().map(clash -> other(clash, typed)).toList(),
        labels.text("pilot.proposal.ready", ready, ProposalPart.values().length),
        ready,
        parts,
        gaps);
  }

  private String standing(List<Gap> gaps, ProposalPart part) {
    long open = gaps.stream().filter(gap -> gap.part() == part).count();
    return open == 0
        ? labels.text("pilot.proposal.part-ready")
        : labels.text("pilot.proposal.part-open", open);
  }

  private Other other(Clash clash, TypedProposal typed) {
    Map<String, String> fields = new TreeMap<>(clash.fields());
    typed.unit(clash.unit()).keySet().forEach(name -> fields.putIfAbsent(name, ""));
    return new Other(clash.unit(), clash.label(), who(clash), fields);
  }

  private String who(Clash clash) {
    return labels.text("pilot.proposal.clash", clash.by(), time(clash.at()));
  }

  private static String time(Instant at) {
    return TIME.format(at);
  }

  /** A draft as somebody reads it who does not write: what was answered, by what was asked. */
  Map<String, String> inWords(ProposalView view) {
    Map<String, String> answers = new LinkedHashMap<>();
    view.typed().values().entrySet().stream()
        .filter(answer -> !answer.getKey().equals(TypedProposal.SPONSOR))
        .sorted(Map.Entry.comparingByKey(ProposalPart.ORDER))
        .forEach(
            answer ->
                answers.merge(
                    labels.of(answer.getKey()),
                    said(answer.getKey(), answer.getValue()),
                    (first, next) -> first + ", " + next));
    return answers;
  }

  private String said(String name, String text) {
    if (name.startsWith("themes.")) {
      return labels.text("pilot.theme." + name.substring("themes.".length()));
    }
    if (name.equals("territory")) {
      return words.territory(text);
    }
    return Arrays.stream(PersonalData.values())
        .filter(value -> name.endsWith(".personalData") && value.name().equals(text))
        .findFirst()
        .map(value -> labels.text("pilot.personal-data." + value))
        .orElse(text);
  }
}
