package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import java.time.Instant;

/**
 * A proposal as it was submitted.
 *
 * @param number counted from 1 for each pilot
 * @param previous number of the submission that held before it, or {@code null} for the first
 */
public record SubmittedProposal(
    long pilotId,
    int number,
    Integer previous,
    Proposal proposal,
    long submittedBy,
    Instant submittedAt) {}
