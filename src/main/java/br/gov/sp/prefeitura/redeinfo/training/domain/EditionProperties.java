package br.gov.sp.prefeitura.redeinfo.training.domain;

import java.time.MonthDay;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The periods of editions. Days are working days of the city.
 *
 * @param certificationDays to confirm the results when all sessions are over
 * @param reviewDays for the coordination to put right what was returned
 * @param reminderDays how long before a due date people are reminded
 * @param sheetReminderDays after a session, and again so many days later, until its sheet is
 *     complete
 * @param sheetReminders how often keepers are asked again
 * @param batchSize how many enrolments one step of the process moves in one transaction
 * @param minimumAttendance percentage proposed for a new edition
 * @param certificateReminder from this day of the year on certificates are called for: titles count
 *     up to 31 December; the reminder goes out on the first working day from then on
 */
@ConfigurationProperties("rede-info.training.edition")
public record EditionProperties(
    @DefaultValue("5") int certificationDays,
    @DefaultValue("5") int reviewDays,
    @DefaultValue("2") int reminderDays,
    @DefaultValue("2") int sheetReminderDays,
    @DefaultValue("5") int sheetReminders,
    @DefaultValue("50") int batchSize,
    @DefaultValue("75") int minimumAttendance,
    @DefaultValue("--11-01") MonthDay certificateReminder) {}
