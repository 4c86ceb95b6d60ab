package br.gov.sp.prefeitura.redeinfo.volunteer.domain;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How servants join by themselves.
 *
 * @param linkValidity how long the link that confirms an address is good for
 * @param requestPause at most one letter to an address in this time
 * @param requestsPerAddress letters to one address in an hour
 * @param lettersPerHour letters that the public form sends in an hour, to all addresses together
 * @param decisionDays working days for the coordination to decide
 * @param reminderDays how many working days before the due date it is reminded
 */
@ConfigurationProperties("rede-info.volunteer")
public record VolunteerProperties(
    @DefaultValue("48h") Duration linkValidity,
    @DefaultValue("5m") Duration requestPause,
    @DefaultValue("3") int requestsPerAddress,
    @DefaultValue("300") int lettersPerHour,
    @DefaultValue("5") int decisionDays,
    @DefaultValue("2") int reminderDays) {}
