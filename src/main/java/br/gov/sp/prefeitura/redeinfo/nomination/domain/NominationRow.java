package br.gov.sp.prefeitura.redeinfo.nomination.domain;

import br.gov.sp.prefeitura.redeinfo.nomination.NominationState;
import java.time.Instant;

/** The row behind a {@link Nomination}. */
record NominationRow(
    long id,
    Long roundId,
    Long vacatedAppointmentId,
    long bodyId,
    NominationState state,
    CloseReason closeReason,
    Instant stateSince,
    Instant deadline,
    Approver approver,
    Instant startedAt,
    Long submittedBy,
    Instant submittedAt,
    int version) {}
