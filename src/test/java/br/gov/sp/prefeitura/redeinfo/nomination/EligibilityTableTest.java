package br.gov.sp.prefeitura.redeinfo.nomination;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Bond;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The decision tables of a nomination")
class EligibilityTableTest {

  private static final DmnEngine ENGINE =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
  private static final DmnDecision ELIGIBILITY = decision("nomination-eligibility");
  private static final DmnDecision PERMANENCE = decision("bond-permanence");

  @ParameterizedTest(name = "{0}: {1} → {2}")
  @CsvSource(
      nullValues = "-",
      value = {
        "set,, -",
        "set, bodyExists=false, BODY_GONE/blocking",
        "set, filledInByHead=true, FILLED_IN_BY_HEAD/info",
        "set, bodyExists=false filledInByHead=true, BODY_GONE/blocking FILLED_IN_BY_HEAD/info",
        "set, mailDomainMatches=false, -",
        "set, seatedElsewhere=true, -",
        "set, headOfBody=true, -",
        "set, indicatedSelf=true, -",
        "set, pairComplete=false, -",
        "set, permanentRequired=1, -",
        "nominee,, -",
        "nominee, mailDomainMatches=false, MAIL_DOMAIN/blocking",
        "nominee, seatedElsewhere=true, SEATED_ELSEWHERE/blocking",
        "nominee, headOfBody=true, HEAD_IN_SET/info",
        "nominee, indicatedSelf=true, INDICATED_SELF/info",
        "nominee, headOfBody=true indicatedSelf=true, HEAD_IN_SET/info INDICATED_SELF/info",
        "nominee, mailDomainMatches=false seatedElsewhere=true,"
            + " MAIL_DOMAIN/blocking SEATED_ELSEWHERE/blocking",
        "nominee, seatedElsewhere=true headOfBody=true, SEATED_ELSEWHERE/blocking HEAD_IN_SET/info",
        "nominee, bodyExists=false, -",
        "nominee, filledInByHead=true, -",
        "nominee, pairComplete=false, -",
        "nominee, permanentRequired=1, -",
        "pair,, -",
        "pair, permanentCount=1 permanentRequired=1, -",
        "pair, permanentCount=2 permanentRequired=1, -",
        "pair, permanentCount=0 permanentRequired=0, -",
        "pair, permanentCount=0 permanentRequired=1, NO_PERMANENT/blocking",
        "pair, permanentCount=1 permanentRequired=2, NO_PERMANENT/blocking",
        "pair, permanentCount=2 permanentRequired=2, -",
        "pair, pairComplete=false, PAIR_INCOMPLETE/warning",
        "pair, pairComplete=false permanentCount=1 permanentRequired=1, PAIR_INCOMPLETE/warning",
        "pair, pairComplete=false permanentCount=0 permanentRequired=1,"
            + " PAIR_INCOMPLETE/warning PERMANENT_TO_COME/warning",
        "pair, pairComplete=false permanentCount=0 permanentRequired=0, PAIR_INCOMPLETE/warning",
        "pair, bodyExists=false, -",
        "pair, mailDomainMatches=false, -",
        "pair, seatedElsewhere=true, -",
        "pair, headOfBody=true, -"
      })
  @DisplayName("say what stands against a set, a pair or a nominee, and how much it weighs")
  void eligibility(String about, String facts, String expected) {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("about", about);
    inputs.put("bodyExists", true);
    inputs.put("filledInByHead", false);
    inputs.put("mailDomainMatches", true);
    inputs.put("seatedElsewhere", false);
    inputs.put("headOfBody", false);
    inputs.put("indicatedSelf", false);
    inputs.put("pairComplete", true);
    inputs.put("permanentCount", 0);
    inputs.put("permanentRequired", 0);
    for (String fact : facts == null ? new String[0] : facts.split(" ")) {
      String[] parts = fact.split("=");
      inputs.put(
          parts[0],
          parts[1].matches("\\d+") ? Integer.valueOf(parts[1]) : Boolean.valueOf(parts[1]));
    }

    List<Map<String, Object>> rows =
        ENGINE.evaluateDecisionTable(ELIGIBILITY, inputs).getResultList();

    assertThat(
            rows.stream()
                .map(row -> row.get("reasonCode") + "/" + row.get("severity"))
                .collect(Collectors.joining(" ")))
        .isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "EFETIVO, true",
    "EFETIVO_COMISSIONADO, true",
    "EMPREGADO_PUBLICO, true",
    "COMISSIONADO, false",
    "CONTRATADO, false",
    "CEDIDO, false",
    "ESTAGIARIO, false"
  })
  @DisplayName("say which bonds are permanent")
  void permanence(Bond bond, boolean permanent) {
    boolean answer =
        ENGINE
            .evaluateDecisionTable(PERMANENCE, Map.of("bond", bond.name()))
            .getSingleResult()
            .getEntry("permanent");
    assertThat(answer).isEqualTo(permanent);
  }

  private static DmnDecision decision(String key) {
    try (InputStream table =
        EligibilityTableTest.class.getResourceAsStream("/processes/" + key + ".dmn")) {
      return ENGINE.parseDecision(key, table);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
