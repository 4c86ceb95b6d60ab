package br.gov.sp.prefeitura.redeinfo.succession.domain;

/**
 * One thing that has changed hands.
 *
 * @param kind what it is, as a message of the bundle
 * @param path its page, or {@code null}
 * @param toPersonId {@code null} for a group, or nobody
 * @param toGroup {@code null} for a person, or nobody
 */
public record HandedItem(String kind, String label, String path, Long toPersonId, String toGroup) {}
