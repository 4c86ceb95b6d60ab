package br.gov.sp.prefeitura.redeinfo.volunteer;

import br.gov.sp.prefeitura.redeinfo.network.Bond;

/**
 * What somebody says who joins.
 *
 * @param email lower case
 * @param statuteVersion the version they read and accept, or {@code null} if there is none
 */
public record Applicant(
    String email,
    long bodyId,
    String name,
    Bond bond,
    String unit,
    Interest interest,
    String motivation,
    Long statuteVersion) {}
