package br.gov.sp.prefeitura.redeinfo.outreach;

/** Whom a campaign may mean; its text is the message {@code outreach.audience.<name>}. */
public enum Audience {
  /** Who works in the offices of bodies. */
  OFFICES,
  /** Heads of bodies and their interims. */
  HEADS,
  /** Focal points and volunteers of today. */
  MEMBERS,
  /** Who was a focal point or volunteer and is neither today. */
  EARLIER_MEMBERS,
  /** Imported contacts who are not members today. */
  CONTACTS
}
