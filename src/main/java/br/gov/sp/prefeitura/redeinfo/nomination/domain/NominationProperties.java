package br.gov.sp.prefeitura.redeinfo.nomination.domain;

import br.gov.sp.prefeitura.redeinfo.network.Track;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The periods and numbers of the nomination. Periods are working days of the city.
 *
 * @param indicationDays for the office to indicate, within the round's deadline
 * @param acceptanceDays for each nominee to answer
 * @param approvalDays for the head to decide
 * @param validationDays for the coordination's formal check
 * @param publicationDays for the coordination to record the publication
 * @param vacancyDays until a nomination caused by a vacancy lapses
 * @param afterReturnDays that an office has at least after a return
 * @param reminderDays how long before a due date people are reminded
 * @param permanentAccess permanent servants a complete pair for access to information needs
 * @param permanentOpen the same for open government
 * @param mandateMonths length of a mandate; 0 for mandates without an end (the statute names none)
 */
@ConfigurationProperties("rede-info.nomination")
public record NominationProperties(
    @DefaultValue("10") int indicationDays,
    @DefaultValue("5") int acceptanceDays,
    @DefaultValue("5") int approvalDays,
    @DefaultValue("5") int validationDays,
    @DefaultValue("10") int publicationDays,
    @DefaultValue("20") int vacancyDays,
    @DefaultValue("5") int afterReturnDays,
    @DefaultValue("2") int reminderDays,
    @DefaultValue("1") int permanentAccess,
    @DefaultValue("1") int permanentOpen,
    @DefaultValue("0") int mandateMonths) {

  /** Permanent servants that a complete pair of the track needs. */
  public int permanentRequired(Track track) {
    return track == Track.ACCESS_TO_INFORMATION ? permanentAccess : permanentOpen;
  }
}
