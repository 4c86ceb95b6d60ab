package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The periods of meetings, in working days of the city. How long before its day a meeting is
 * convened says its kind.
 *
 * @param recordDays for the coordination to record a meeting after its end
 * @param minutesDays for the coordination to write the minutes
 * @param remarksDays for those invited to make remarks on the minutes
 * @param approvalDays to approve the minutes
 * @param reminderDays how long before a due date people are reminded
 * @param quarterDays from the beginning of a quarter, to plan its meeting
 */
@ConfigurationProperties("rede-info.meeting")
public record MeetingProperties(
    @DefaultValue("3") int recordDays,
    @DefaultValue("10") int minutesDays,
    @DefaultValue("5") int remarksDays,
    @DefaultValue("5") int approvalDays,
    @DefaultValue("2") int reminderDays,
    @DefaultValue("20") int quarterDays) {}
