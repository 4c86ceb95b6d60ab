package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The periods of follow-ups.
 *
 * @param reminderDays how many working days before the due date people are reminded
 * @param lateAgainDays after how many days people are told again of what is late
 * @param reviewDays working days for the coordination to decide on what cannot be done
 */
@ConfigurationProperties("rede-info.meeting.follow-up")
public record FollowUpProperties(
    @DefaultValue("3") int reminderDays,
    @DefaultValue("7") int lateAgainDays,
    @DefaultValue("5") int reviewDays) {}
