package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Proposal.Dataset;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Proposal.Partner;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Proposal.PlannedMilestone;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The answers of a proposal as a person reads them, in the person's language. */
@Component
public class ProposalWords {

  private final MessageSource messages;
  private final Bodies bodies;

  ProposalWords(MessageSource messages, Bodies bodies) {
    this.messages = messages;
    this.bodies = bodies;
  }

  /** Every answer that was given, in the order of the questions; lists have a line per entry. */
  public Map<ProposalField, String> of(Proposal proposal) {
    Map<ProposalField, String> words = new EnumMap<>(ProposalField.class);
    put(words, ProposalField.TITLE, proposal.title());
    put(
        words,
        ProposalField.THEMES,
        proposal.themes().stream()
            .sorted()
            .map(theme -> text("pilot.theme." + theme))
            .collect(Collectors.joining(", ")));
    put(words, ProposalField.PROBLEM, proposal.problem());
    put(words, ProposalField.BASELINE, proposal.baseline());
    put(words, ProposalField.DESCRIPTION, proposal.description());
    put(words, ProposalField.CONTRIBUTION, proposal.contribution());
    put(words, ProposalField.PUBLIC_ELEMENT, proposal.publicElement());
    put(words, ProposalField.TARGET_PUBLIC, proposal.targetPublic());
    put(words, ProposalField.TERRITORY, territory(proposal.territory()));
    put(words, ProposalField.TERRITORY_NOTE, proposal.territoryNote());
    put(words, ProposalField.DELIVERABLES, proposal.deliverables());
    put(words, ProposalField.MILESTONES, lines(proposal.milestones(), this::milestone));
    put(words, ProposalField.INDICATORS, proposal.indicators());
    put(words, ProposalField.RISKS, proposal.risks());
    put(words, ProposalField.BUDGET, proposal.budget());
    put(words, ProposalField.DATASETS, lines(proposal.datasets(), this::dataset));
    put(words, ProposalField.PARTNERS, lines(proposal.partners(), this::partner));
    put(words, ProposalField.SEI_NUMBER, proposal.seiNumber());
    return words;
  }

  /**
   * What a territory is called.
   *
   * @param territory {@link Proposal#CITY}, the slug of a subprefecture, or {@code null} for none
   */
  public String territory(String territory) {
    if (territory == null) {
      return null;
    }
    return territory.equals(Proposal.CITY)
        ? text("pilot.territory.city")
        : bodies.findBySlug(territory).map(Body::name).orElse(territory);
  }

  private String milestone(PlannedMilestone milestone) {
    return joined(
        milestone.title(),
        day(milestone.start()) + " – " + day(milestone.end()),
        milestone.responsible());
  }

  private String dataset(Dataset dataset) {
    return joined(
        dataset.title(),
        dataset.format(),
        dataset.licence(),
        text("pilot.personal-data." + dataset.personalData()),
        dataset.address());
  }

  private String partner(Partner partner) {
    String name =
        partner.bodySlug() == null
            ? partner.guest()
            : bodies.findBySlug(partner.bodySlug()).map(Body::acronym).orElse(partner.bodySlug());
    return name + ": " + partner.part();
  }

  private String day(LocalDate day) {
    Locale locale = LocaleContextHolder.getLocale();
    return DateTimeFormatter.ofPattern(text("date.day"), locale).format(day);
  }

  private static String joined(String... parts) {
    return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining("; "));
  }

  private static <T> String lines(List<T> entries, Function<T, String> line) {
    return entries.stream().map(line).collect(Collectors.joining("\n"));
  }

  private static void put(Map<ProposalField, String> words, ProposalField field, String text) {
    if (text != null && !text.isEmpty()) {
      words.put(field, text);
    }
  }

  private String text(String key) {
    return messages.getMessage(key, null, LocaleContextHolder.getLocale());
  }
}
