package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Something an invented person does in a nomination, as they would do it in Tasklist.
 *
 * @param key what it is, unique within the nomination
 * @param taskKey id of the user task in the model
 * @param username who does it; {@code null} for the nominee with this {@code email}
 * @param values the form's inputs
 */
record Act(
    String key,
    Instant at,
    String taskKey,
    String username,
    String email,
    Map<String, Object> values) {

  static final String INDICATE = "userTask_IndicateServants";
  static final String ACCEPT = "userTask_AcceptNomination";
  static final String APPROVE = "userTask_ApproveNomination";
  static final String VALIDATE = "userTask_ValidateNomination";
  static final String PUBLISH = "userTask_RecordPublication";

  static Act indicate(String key, Instant at, String office, List<Nominee> nominees) {
    return new Act(key, at, INDICATE, office, null, Nominee.form(nominees));
  }

  static Act accept(String key, Instant at, Nominee nominee) {
    return new Act(key, at, ACCEPT, null, nominee.details().email(), Map.of("answer", "accept"));
  }

  static Act approve(String key, Instant at, String approver, String comment) {
    Map<String, Object> values = new HashMap<>(Map.of("choice", "approve"));
    if (comment != null) {
      values.put("approveComment", comment);
    }
    return new Act(key, at, APPROVE, approver, null, values);
  }

  /** The approver wants somebody else on one seat. */
  static Act giveBack(String key, Instant at, String approver, Nominee replace, String reason) {
    return new Act(
        key,
        at,
        APPROVE,
        approver,
        null,
        Map.of("choice", "return", "replace" + replace.place(), true, "returnReason", reason));
  }

  static Act refuse(String key, Instant at, String approver, String reason) {
    return new Act(
        key, at, APPROVE, approver, null, Map.of("choice", "refuse", "refuseReason", reason));
  }

  static Act validate(String key, Instant at, String coordinator) {
    return new Act(key, at, VALIDATE, coordinator, null, Map.of("check", "valid"));
  }

  static Act publish(
      String key, Instant at, String coordinator, String actNumber, LocalDate gazette) {
    return new Act(
        key,
        at,
        PUBLISH,
        coordinator,
        null,
        Map.of(
            "actNumber",
            actNumber,
            "gazetteDate",
            SaoPaulo.DAY.format(gazette),
            "gazetteLink",
            "https://diariooficial.prefeitura.sp.gov.br/"));
  }
}
