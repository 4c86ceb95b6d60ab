package br.gov.sp.prefeitura.redeinfo.shared.web;

/**
 * One entry of the main navigation.
 *
 * @param order smaller comes first
 * @param path where it leads, relative to the application's address; pages below it count as its
 *     own
 * @param messageKey its text
 */
public record NavigationLink(int order, String path, String messageKey) {}
