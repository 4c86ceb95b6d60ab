package br.gov.sp.prefeitura.redeinfo.notification.domain;

/** Why a mail did not go out; all that is kept and logged about it, as it names nobody. */
public enum DeliveryError {
  /** No mail server answers. */
  UNREACHABLE(false),
  /** The mail server does not let us in. */
  AUTHENTICATION(false),
  /** The mail server does not accept our sender address. */
  SENDER_REFUSED(false),
  /** The mail server asks to try again later (4xx). */
  TEMPORARY(false),
  /** The mail server knows no such mailbox, or refuses it for good (5xx). */
  RECIPIENT_REFUSED(true),
  /** The mail server refuses the content for good (5xx). */
  MESSAGE_REFUSED(true),
  /** The person has no address, or one that cannot be written to. */
  NO_ADDRESS(true),
  /** The link in the mail stopped working before the mail went out. */
  EXPIRED(true),
  /** The mail could not be written: a text is missing. */
  UNREADABLE(true),
  /** Anything else. */
  UNKNOWN(false);

  private final boolean permanent;

  DeliveryError(boolean permanent) {
    this.permanent = permanent;
  }

  /** Whether another attempt makes no sense unless somebody mends something. */
  public boolean isPermanent() {
    return permanent;
  }
}
