package br.gov.sp.prefeitura.redeinfo.succession.domain;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param reminderDays how many working days before the hour the plan is reminded of
 * @param monthsAhead how far ahead a departure can be stated
 */
@ConfigurationProperties("rede-info.succession")
public record SuccessionProperties(
    @DefaultValue("1") int reminderDays, @DefaultValue("12") int monthsAhead) {}
