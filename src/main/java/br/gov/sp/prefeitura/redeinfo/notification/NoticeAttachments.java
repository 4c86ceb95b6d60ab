package br.gov.sp.prefeitura.redeinfo.notification;

import java.util.Optional;

/**
 * Makes what mails bring along; each module implements its own. A notice keeps the key alone: the
 * attachment is made when the mail goes out, and made again if it has to be sent again.
 */
public interface NoticeAttachments {

  /** Whether the key is one of this module's; asked when the notice is written. */
  boolean knows(String key);

  /** Empty if there is nothing to attach any more: the mail goes without. */
  Optional<Attachment> make(String key);

  /**
   * @param contentType with its parameters, e.g. {@code text/calendar; charset=UTF-8}
   */
  record Attachment(String fileName, String contentType, byte[] content) {}
}
