package br.gov.sp.prefeitura.redeinfo.confirmation.domain;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When bodies confirm their focal points; days are working days of the city.
 *
 * @param months in which a round begins by itself, 1 to 12
 * @param automatic whether rounds begin by themselves; the coordination may always begin one
 * @param answerDays for a body to answer
 * @param reminderDays how long before the due date it is reminded
 */
@ConfigurationProperties("rede-info.confirmation")
public record ConfirmationProperties(
    @DefaultValue({"5", "11"}) Set<Integer> months,
    @DefaultValue("true") boolean automatic,
    @DefaultValue("10") int answerDays,
    @DefaultValue("3") int reminderDays) {

  public ConfirmationProperties {
    months = Set.copyOf(months);
  }
}
