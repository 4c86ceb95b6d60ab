package br.gov.sp.prefeitura.redeinfo.volunteer.domain;

/** Whose address is about to be confirmed. */
public record JoinRequest(long id, String email, long bodyId, String name) {}
