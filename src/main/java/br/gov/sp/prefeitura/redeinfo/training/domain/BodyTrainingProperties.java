package br.gov.sp.prefeitura.redeinfo.training.domain;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The periods of bodies' own trainings, in working days of the city.
 *
 * @param reportDays for the body to report after the day
 * @param approvalDays for the coordination to approve or return
 * @param reminderDays how long before a due date people are reminded
 */
@ConfigurationProperties("rede-info.training.body")
public record BodyTrainingProperties(
    @DefaultValue("5") int reportDays,
    @DefaultValue("5") int approvalDays,
    @DefaultValue("2") int reminderDays) {}
