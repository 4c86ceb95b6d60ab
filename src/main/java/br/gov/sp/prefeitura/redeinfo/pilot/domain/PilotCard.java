package br.gov.sp.prefeitura.redeinfo.pilot.domain;

/**
 * A pilot in a list.
 *
 * @param inside whether the reader sees more of it than what is published
 * @param late whether a report is overdue or a milestone past its planned end
 */
public record PilotCard(Pilot pilot, boolean inside, boolean late) {}
