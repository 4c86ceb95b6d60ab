package br.gov.sp.prefeitura.redeinfo.statute.domain;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How members are asked to accept a new version.
 *
 * @param ask whether this node asks in the background; the other nodes do it otherwise
 * @param batchSize how many tasks are opened in one transaction
 * @param dueDays working days of the city to accept
 * @param reminderDays how many working days before the due date people are reminded
 */
@ConfigurationProperties("rede-info.statute.acceptance")
public record StatuteProperties(
    @DefaultValue("true") boolean ask,
    @DefaultValue("50") int batchSize,
    @DefaultValue("15") int dueDays,
    @DefaultValue("3") int reminderDays) {}
