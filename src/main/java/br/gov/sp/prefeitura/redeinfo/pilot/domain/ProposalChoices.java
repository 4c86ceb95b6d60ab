package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import java.util.Set;

/**
 * What a proposal may name.
 *
 * @param territories slugs of subprefectures
 * @param partners slugs of bodies, the lead body not among them
 * @param sponsors ids of people, as typed; {@code null} where the sponsor is not chosen with the
 *     proposal, but by a command of its own
 */
record ProposalChoices(Set<String> territories, Set<String> partners, Set<String> sponsors) {}
