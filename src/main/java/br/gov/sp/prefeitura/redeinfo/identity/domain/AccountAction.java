package br.gov.sp.prefeitura.redeinfo.identity.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditAction;
import br.gov.sp.prefeitura.redeinfo.audit.AuditVocabulary;
import java.util.List;
import org.springframework.stereotype.Component;

/** What happens to accounts; their ids are those of their persons. */
enum AccountAction implements AuditAction {
  OPENED("account.opened"),
  DISABLED("account.disabled"),
  ENABLED("account.enabled"),
  REMOVED("account.removed"),
  LINK_ISSUED("account.password-link-issued"),
  PASSWORD_SET("account.password-set"),
  SIGNED_IN("account.signed-in"),
  SIGNED_OUT("account.signed-out"),
  SIGN_IN_REFUSED("account.sign-in-refused"),
  /** Refused, and the next attempt has to wait. */
  SIGN_IN_THROTTLED("account.sign-in-throttled");

  private final String code;

  AccountAction(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  @Component
  static class Vocabulary implements AuditVocabulary {

    @Override
    public List<AccountAction> actions() {
      return List.of(values());
    }
  }
}
