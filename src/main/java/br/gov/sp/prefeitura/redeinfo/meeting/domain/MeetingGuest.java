package br.gov.sp.prefeitura.redeinfo.meeting.domain;

/**
 * Somebody invited besides the network's groups.
 *
 * @param role what they are there, or {@code null}
 * @param organisation or {@code null}
 * @param authority whether they speak for a body or a power: minutes name them publicly
 * @param present {@code null} until the meeting is recorded
 */
public record MeetingGuest(
    long id,
    long meetingId,
    String name,
    String role,
    String organisation,
    boolean authority,
    Boolean present) {}
