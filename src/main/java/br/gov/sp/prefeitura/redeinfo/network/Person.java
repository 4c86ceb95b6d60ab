package br.gov.sp.prefeitura.redeinfo.network;

/**
 * A civil servant.
 *
 * @param username immutable sign-in name and engine user id
 * @param email institutional address
 * @param bodyId the body they work in
 * @param unit the unit's name within the body, or {@code null}
 * @param identifier number by which the body knows them (RF or the company's own), or {@code null}
 */
public record Person(
    long id,
    String username,
    String name,
    String email,
    Bond bond,
    Long bodyId,
    String unit,
    String identifier) {}
