package br.gov.sp.prefeitura.redeinfo.outreach;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What somebody wrote down for a campaign. Anything may be missing or wrong until it is checked
 * ({@code CampaignRules}).
 *
 * @param title for those who run it; recipients do not see it
 * @param subject of the mail
 * @param message paragraphs of plain text with the placeholders {@code {name}} and {@code {body}}
 * @param bodyIds whose people are meant; {@code null} for those of all bodies
 * @param closesOn last day on which answers count as the campaign's
 */
public record CampaignPlan(
    String title,
    String subject,
    String message,
    Set<Audience> audiences,
    Set<Long> bodyIds,
    List<Wave> waves,
    LocalDate closesOn) {

  public CampaignPlan {
    audiences = Set.copyOf(audiences);
    bodyIds = bodyIds == null ? null : Set.copyOf(bodyIds);
    waves = List.copyOf(waves);
  }

  /**
   * @param amount per cent, or people; {@code null} for the rest
   */
  public record Wave(LocalDate day, Measure measure, Integer amount) {}

  /** How many a wave invites. */
  public enum Measure {
    /** So many per cent of all whom the campaign means. */
    SHARE,
    /** So many people. */
    PEOPLE,
    /** Everybody who has not been invited yet. */
    REST
  }
}
