package br.gov.sp.prefeitura.redeinfo.outreach.domain;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Periods of campaigns, in working days of the city, and how letters are written.
 *
 * @param approvalDays for the coordination to approve or return
 * @param revisionDays for the coordination to hand a returned campaign in again
 * @param reminderDays how long before a due date people are reminded
 * @param chunk letters that one transaction writes
 */
@ConfigurationProperties("rede-info.outreach")
public record OutreachProperties(
    @DefaultValue("3") int approvalDays,
    @DefaultValue("5") int revisionDays,
    @DefaultValue("1") int reminderDays,
    @DefaultValue("100") int chunk) {

  public OutreachProperties {
    if (chunk < 1) {
      throw new IllegalArgumentException("rede-info.outreach.chunk must be positive");
    }
  }
}
