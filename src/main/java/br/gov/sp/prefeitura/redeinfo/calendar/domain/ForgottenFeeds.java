package br.gov.sp.prefeitura.redeinfo.calendar.domain;

import br.gov.sp.prefeitura.redeinfo.identity.Accounts.AccountsRemoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whose account is removed has no calendar address any more. */
@Component
class ForgottenFeeds {

  private final FeedRepository feeds;

  ForgottenFeeds(FeedRepository feeds) {
    this.feeds = feeds;
  }

  @EventListener
  void remove(AccountsRemoved removed) {
    removed.personIds().forEach(feeds::delete);
  }
}
