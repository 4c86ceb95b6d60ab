package br.gov.sp.prefeitura.redeinfo.identity;

import java.util.Optional;

/** The people to whom accounts belong; implemented by the module that knows them. */
public interface AccountHolders {

  /** By user name or institutional e-mail, without regard to case. */
  Optional<AccountHolder> findByLogin(String login);

  Optional<AccountHolder> findByUsername(String username);

  /**
   * @param username immutable; also the engine's user id
   */
  record AccountHolder(long personId, String username, String name, String email) {}
}
