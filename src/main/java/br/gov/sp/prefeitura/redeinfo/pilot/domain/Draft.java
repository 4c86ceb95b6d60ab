package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import java.time.Instant;

/**
 * What was typed of a proposal when it was last saved.
 *
 * @param revision counted from 1 for each pilot: from which one a writer began tells what is theirs
 * @param savedBy who saved last
 */
public record Draft(
    long pilotId, int revision, TypedProposal typed, long savedBy, Instant savedAt) {}
