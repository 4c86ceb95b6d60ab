package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.pilot.Theme;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * A proposal that has passed the rules, as it was submitted. Texts are never blank; what need not
 * be said is {@code null}. The fields are those of the city's forms for pilot projects.
 *
 * @param problem the public problem
 * @param baseline how things stand before, in figures where there are some
 * @param contribution how it contributes to the themes
 * @param publicElement what the public sees or can do: without it the review found relevance
 *     unclear
 * @param territory {@value #CITY}, or the slug of a subprefecture
 * @param territoryNote where exactly, or {@code null}
 * @param budget or {@code null}
 * @param seiNumber or {@code null}
 */
public record Proposal(
    String title,
    String problem,
    String baseline,
    String description,
    Set<Theme> themes,
    String contribution,
    String publicElement,
    String targetPublic,
    String territory,
    String territoryNote,
    String deliverables,
    List<PlannedMilestone> milestones,
    String indicators,
    String risks,
    String budget,
    List<Dataset> datasets,
    List<Partner> partners,
    String seiNumber) {

  /** The whole city as a territory. */
  public static final String CITY = "city";

  public Proposal {
    themes = Set.copyOf(themes);
    milestones = List.copyOf(milestones);
    datasets = List.copyOf(datasets);
    partners = List.copyOf(partners);
  }

  /**
   * @param responsible office or unit, or {@code null}
   */
  public record PlannedMilestone(
      String title, LocalDate start, LocalDate end, String responsible) {}

  /**
   * @param format e.g. CSV
   * @param licence or {@code null}
   * @param personalData whether it holds data of persons, as far as the body has checked
   * @param address where it is published, an https address, or {@code null}
   */
  public record Dataset(
      String title, String format, String licence, PersonalData personalData, String address) {}

  /** What the body says about data of persons in a dataset. */
  public enum PersonalData {
    NONE,
    ANONYMISED,
    NOT_CHECKED
  }

  /**
   * A body, or a guest without one.
   *
   * @param bodySlug or {@code null}
   * @param guest name of a guest, or {@code null}
   * @param part what it does in the project
   */
  public record Partner(String bodySlug, String guest, String part) {}
}
