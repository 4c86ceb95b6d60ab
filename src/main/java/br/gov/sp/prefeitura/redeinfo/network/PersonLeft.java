package br.gov.sp.prefeitura.redeinfo.network;

/**
 * The person exercises no function any more and their access has ended; published in the same
 * transaction. What was theirs alone (an answer awaited, an enrolment) is not asked of them any
 * more.
 */
public record PersonLeft(long personId) {}
