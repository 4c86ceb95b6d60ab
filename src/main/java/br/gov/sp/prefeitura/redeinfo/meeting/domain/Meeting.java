package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.meeting.MeetingState;
import java.time.Instant;

/**
 * A meeting of the network.
 *
 * @param kind code of its {@link MeetingKind}
 * @param purpose what it is for, or {@code null}
 * @param place {@code null} if it is online alone
 * @param link where it takes place online, or {@code null}
 * @param hosts who receives everybody, as text
 * @param quarter the quarter it counts for, e.g. {@code 2026-Q4}; {@code null} for other kinds
 * @param attendanceEventId its sheet; {@code null} until it is convened
 * @param ownSheet false if it is a session of a training at the same time and shares its sheet
 * @param sequence how often its calendar entry has changed
 * @param reason why it was last postponed, was cancelled, or was not held
 * @param message what the convocation says besides the agenda, or {@code null}
 * @param beganAt when it really began; {@code null} until it is recorded as held
 * @param endedAt when it really ended
 * @param othersPresent people counted who stand neither on the sheet nor among the guests
 * @param quorumMet as it was when the meeting was recorded; {@code null} if none is asked for
 * @param heldAt when it was recorded as held, or {@code null}
 */
public record Meeting(
    long id,
    String kind,
    String title,
    String purpose,
    MeetingState state,
    Instant stateSince,
    Instant startsAt,
    Instant endsAt,
    String place,
    String link,
    String hosts,
    String quarter,
    Long attendanceEventId,
    boolean ownSheet,
    int sequence,
    String reason,
    String message,
    Long convenedBy,
    Instant convenedAt,
    Instant beganAt,
    Instant endedAt,
    Integer othersPresent,
    Boolean quorumMet,
    Instant heldAt,
    Long recordedBy,
    Instant recordedAt,
    long createdBy,
    Instant createdAt) {}
