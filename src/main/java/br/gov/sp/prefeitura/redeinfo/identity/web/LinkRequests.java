package br.gov.sp.prefeitura.redeinfo.identity.web;

import br.gov.sp.prefeitura.redeinfo.audit.AuditChannel;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.identity.domain.PasswordLinks;
import br.gov.sp.prefeitura.redeinfo.shared.web.AfterAnswer;
import jakarta.annotation.PreDestroy;
import org.springframework.stereotype.Component;

/** Looks up who forgot a password after the answer was given, so that its time tells nothing. */
@Component
class LinkRequests {

  private static final int MOST_CHARACTERS = 254;

  private final PasswordLinks links;
  private final AuditLog audit;
  private final AfterAnswer later = new AfterAnswer("password-links");

  LinkRequests(PasswordLinks links, AuditLog audit) {
    this.links = links;
    this.audit = audit;
  }

  void request(String login) {
    String name = login.strip();
    if (name.length() > MOST_CHARACTERS || name.indexOf('\0') >= 0) {
      return;
    }
    later.run(() -> issue(name));
  }

  private void issue(String login) {
    audit.through(
        AuditChannel.PAGE,
        () -> {
          links.requestFor(login);
          return null;
        });
  }

  @PreDestroy
  void stop() {
    later.close();
  }
}
