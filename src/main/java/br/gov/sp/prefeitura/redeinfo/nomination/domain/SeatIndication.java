package br.gov.sp.prefeitura.redeinfo.nomination.domain;

/**
 * What the office typed for one seat; every value may be {@code null}, all being {@code null} or
 * blank leaves the seat empty.
 *
 * @param bond name of a {@link br.gov.sp.prefeitura.redeinfo.network.Bond}
 */
public record SeatIndication(
    SeatKey key,
    String name,
    String identifier,
    String email,
    String bond,
    String unit,
    String justification) {}
