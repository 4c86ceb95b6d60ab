package br.gov.sp.prefeitura.redeinfo.notification.domain;

import br.gov.sp.prefeitura.redeinfo.notification.NoticeAttachments;
import br.gov.sp.prefeitura.redeinfo.notification.NoticeAttachments.Attachment;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the modules attach to mails. */
@Component
class Attachments {

  private final List<NoticeAttachments> makers;

  Attachments(List<NoticeAttachments> makers) {
    this.makers = makers;
  }

  /**
   * The keys, each once.
   *
   * @throws IllegalArgumentException if nobody knows one
   */
  List<String> known(Collection<String> keys) {
    for (String key : keys) {
      if (makers.stream().noneMatch(maker -> maker.knows(key))) {
        throw new IllegalArgumentException("nobody makes the attachment " + key);
      }
    }
    return keys.stream().distinct().toList();
  }

  /** Those that can still be made, in the order of the notice. */
  List<Attachment> make(StoredNotice notice) {
    return notice.attachments().stream().map(this::make).flatMap(Optional::stream).toList();
  }

  private Optional<Attachment> make(String key) {
    return makers.stream()
        .filter(maker -> maker.knows(key))
        .findFirst()
        .flatMap(maker -> maker.make(key));
  }
}
