package br.gov.sp.prefeitura.redeinfo.outreach;

import java.util.Collection;
import java.util.Map;

/** The contacts that campaigns may invite, for who takes lists of them over. */
public interface Contacts {

  /** By lower-case address; who is unknown, or anonymous by now, is left out. One statement. */
  Map<String, ContactDetails> byEmails(Collection<String> emails);

  /**
   * Adds contacts and brings known ones up to date, by their addresses, in one statement. Whoever
   * wants no invitations stays so. Joins the caller's transaction.
   *
   * @throws IllegalArgumentException if a rule of {@link ContactRules} is broken
   */
  void saveAll(Collection<ContactDetails> contacts);

  /**
   * @param email lower case
   * @param origin where the address is from, e.g. "Rede INFO 2012"
   */
  record ContactDetails(String name, String email, long bodyId, String origin) {}
}
