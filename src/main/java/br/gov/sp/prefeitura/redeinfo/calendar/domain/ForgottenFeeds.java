package br.gov.sp.prefeitura.redeinfo.calendar.domain;

import br.gov.sp.prefeitura.redeinfo.network.PersonsForgotten;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who was made anonymous has no calendar address any more. */
@Component
class ForgottenFeeds {

  private final FeedRepository feeds;

  ForgottenFeeds(FeedRepository feeds) {
    this.feeds = feeds;
  }

  @EventListener
  void remove(PersonsForgotten forgotten) {
    forgotten.personIds().forEach(feeds::delete);
  }
}
