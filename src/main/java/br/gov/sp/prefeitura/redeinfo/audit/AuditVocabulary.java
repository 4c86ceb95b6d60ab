package br.gov.sp.prefeitura.redeinfo.audit;

import java.util.List;

/** Names a module's actions, so that auditors can look for them; each module implements its own. */
public interface AuditVocabulary {

  List<? extends AuditAction> actions();
}
