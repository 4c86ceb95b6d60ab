package br.gov.sp.prefeitura.redeinfo.statute.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditAction;
import br.gov.sp.prefeitura.redeinfo.audit.AuditVocabulary;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is done to the statute and by its readers. */
public enum StatuteAction implements AuditAction {
  DRAFT_SAVED("statute.draft-saved"),
  DRAFT_DISCARDED("statute.draft-discarded"),
  PUBLISHED("statute.published"),
  ACCEPTED("statute.accepted"),
  QUESTION_ASKED("statute.question-asked");

  private final String code;

  StatuteAction(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  @Component
  static class StatuteVocabulary implements AuditVocabulary {

    @Override
    public List<StatuteAction> actions() {
      return List.of(values());
    }
  }
}
