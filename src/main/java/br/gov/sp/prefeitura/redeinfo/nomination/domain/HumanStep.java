package br.gov.sp.prefeitura.redeinfo.nomination.domain;

import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import java.util.Optional;

/** The steps at which a nomination waits for somebody (messages {@code nomination.task.<name>}). */
public enum HumanStep {
  INDICATE,
  ACCEPT,
  APPROVE,
  VALIDATE,
  PUBLISH;

  /** How the step is called in the names of notices' templates. */
  String template() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The group that hears of it when the step is overdue, besides those who have the task. */
  Optional<String> escalatesTo(String bodySlug) {
    return switch (this) {
      case INDICATE -> Optional.of(Groups.head(bodySlug));
      case APPROVE -> Optional.of(Groups.COORDINATION);
      // The coordination's own steps, and the nominee's, whose silence returns the set.
      case ACCEPT, VALIDATE, PUBLISH -> Optional.empty();
    };
  }
}
