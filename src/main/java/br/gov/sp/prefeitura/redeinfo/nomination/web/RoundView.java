package br.gov.sp.prefeitura.redeinfo.nomination.web;

import br.gov.sp.prefeitura.redeinfo.nomination.NominationState;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationLists.Attention;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What of a round's nominations a page shows.
 *
 * @param state only these, or {@code null} for all
 * @param only those that need attention, or {@code null} for all
 * @param after id of the last nomination of the page before, or {@code null}
 */
record RoundView(NominationState state, Attention only, Long after) {

  static final RoundView ALL = new RoundView(null, null, null);

  public boolean isWhole() {
    return state == null && only == null;
  }

  RoundView firstPage() {
    return new RoundView(state, only, null);
  }

  RoundView pageAfter(long nominationId) {
    return new RoundView(state, only, nominationId);
  }

  /** The page of the round that shows this. */
  String address(long roundId) {
    return UriComponentsBuilder.fromPath("/rounds/{id}")
        .queryParamIfPresent("state", Optional.ofNullable(state))
        .queryParamIfPresent("only", Optional.ofNullable(only))
        .queryParamIfPresent("after", Optional.ofNullable(after))
        .buildAndExpand(roundId)
        .toUriString();
  }
}
