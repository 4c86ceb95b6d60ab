package br.gov.sp.prefeitura.redeinfo.training;

import static org.assertj.core.api.Assertions.assertThat;

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

@DisplayName("The decision tables of a training")
class TrainingTablesTest {

  private static final DmnEngine ENGINE =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
  private static final DmnDecision ELIGIBILITY = decision("training-eligibility");
  private static final DmnDecision COMPLETION = decision("training-completion");

  @ParameterizedTest(name = "{0} {1} → {2}")
  @CsvSource(
      nullValues = "-",
      value = {
        "SERVANTS, , -",
        "SERVANTS, enrolling=false, NOT_ENROLLING",
        "SERVANTS, bodyExists=false, BODY_GONE",
        "SERVANTS, bodyFull=true, BODY_FULL",
        "SERVANTS, enrolling=false bodyFull=true, NOT_ENROLLING BODY_FULL",
        "NETWORK, , NETWORK_ONLY",
        "NETWORK, focalPoint=true, -",
        "NETWORK, volunteer=true, -",
        "NETWORK, focalPoint=true focalPointOfTrack=true, -",
        "NETWORK, focalPoint=true bodyFull=true, BODY_FULL",
        "TRACK, , TRACK_ONLY",
        "TRACK, focalPoint=true, TRACK_ONLY",
        "TRACK, focalPoint=true focalPointOfTrack=true, -",
        "TRACK, volunteer=true, -",
        "TRACK, enrolling=false, NOT_ENROLLING TRACK_ONLY",
        "TRACK, bodyExists=false bodyFull=true, TRACK_ONLY BODY_GONE BODY_FULL"
      })
  @DisplayName("say what stands against an enrolment")
  void eligibility(String audience, String facts, String expected) {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("audience", audience);
    inputs.put("enrolling", true);
    inputs.put("focalPointOfTrack", false);
    inputs.put("focalPoint", false);
    inputs.put("volunteer", false);
    inputs.put("bodyExists", true);
    inputs.put("bodyFull", false);
    for (String fact : facts == null ? new String[0] : facts.split(" ")) {
      String[] parts = fact.split("=");
      inputs.put(parts[0], Boolean.valueOf(parts[1]));
    }

    assertThat(codes(ELIGIBILITY, inputs, "reasonCode"))
        .isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest(name = "{0}% of {1}%, mandatory missed {2}, activity missing {3} → {4}")
  @CsvSource({
    "75, 75, false, false, COMPLETED",
    "100, 75, false, false, COMPLETED",
    "0, 0, false, false, COMPLETED",
    "74, 75, false, false, ATTENDANCE",
    "0, 75, false, false, ATTENDANCE",
    "99, 100, false, false, ATTENDANCE",
    "80, 75, true, false, MANDATORY_SESSION",
    "80, 75, false, true, ACTIVITY",
    "50, 75, true, false, ATTENDANCE MANDATORY_SESSION",
    "80, 75, true, true, MANDATORY_SESSION ACTIVITY",
    "50, 75, true, true, ATTENDANCE MANDATORY_SESSION ACTIVITY"
  })
  @DisplayName("say whether it is completed, and else all that is missing")
  void completion(
      int attendance, int minimum, boolean mandatory, boolean activity, String expected) {
    assertThat(
            codes(
                COMPLETION,
                Map.of(
                    "attendancePercent", attendance,
                    "minimumAttendance", minimum,
                    "mandatoryMissed", mandatory,
                    "activityMissing", activity),
                "outcome"))
        .isEqualTo(expected);
  }

  private static String codes(DmnDecision decision, Map<String, Object> inputs, String output) {
    List<Map<String, Object>> rows = ENGINE.evaluateDecisionTable(decision, inputs).getResultList();
    return rows.stream().map(row -> row.get(output).toString()).collect(Collectors.joining(" "));
  }

  private static DmnDecision decision(String key) {
    try (InputStream table =
        TrainingTablesTest.class.getResourceAsStream("/processes/" + key + ".dmn")) {
      return ENGINE.parseDecision(key, table);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
