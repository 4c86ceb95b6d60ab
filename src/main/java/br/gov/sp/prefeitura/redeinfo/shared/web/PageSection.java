package br.gov.sp.prefeitura.redeinfo.shared.web;

/**
 * A part of a page that another module contributes: the fragment {@code contributed(model)} of a
 * template of its own.
 *
 * @param order smaller comes first
 * @param template name of the template that holds the fragment
 * @param model what the fragment shows
 */
public record PageSection(int order, String template, Object model) {}
