package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import java.time.Instant;

/**
 * A proposal as it was submitted.
 *
 * @param number counted from 1 for each pilot
 */
public record SubmittedProposal(
    long pilotId, int number, Proposal proposal, long submittedBy, Instant submittedAt) {}
