package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import br.gov.sp.prefeitura.redeinfo.pilot.domain.TypedReport.TypedRow;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A progress report")
class ReportRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

  @ParameterizedTest(name = "{0}% from {1} to {2}, planned until {3}, because of {4}: {5}")
  @CsvSource({
    "0, , , 2026-07-01, , ''",
    "0, , , 2026-06-15, , ''",
    "0, , , 2026-06-14, , rows[0].delayReason=pilot.milestone.late",
    "0, , , 2026-06-14, chuva, ''",
    "50, 2026-06-01, , 2026-07-01, , ''",
    "50, , , 2026-07-01, , rows[0].actualStart=pilot.milestone.start",
    "50, 2026-06-16, , 2026-07-01, , rows[0].actualStart=pilot.milestone.future",
    "50, 2026-06-01, 2026-06-02, 2026-07-01, , rows[0].actualEnd=pilot.milestone.not-done",
    "100, 2026-06-01, 2026-06-10, 2026-06-05, , ''",
    "100, 2026-06-01, , 2026-07-01, , rows[0].actualEnd=pilot.milestone.end",
    "100, 2026-06-11, 2026-06-10, 2026-07-01, , rows[0].actualEnd=pilot.milestone.order",
    "100, 2026-06-01, 2026-06-16, 2026-07-01, , rows[0].actualEnd=pilot.milestone.future"
  })
  @DisplayName("says when milestones began and ended, and why they are late")
  void milestones(
      String percent, String start, String end, LocalDate planned, String reason, String wrong) {
    assertThat(complete(typed("Andou.", "LOW", percent, start, end, reason, false), planned))
        .isEqualTo(wrong);
  }

  @Test
  @DisplayName("that ends the execution says why a milestone is not done")
  void unfinished() {
    LocalDate later = TODAY.plusDays(30);
    assertThat(complete(typed("Fim.", "LOW", "40", "2026-06-01", "", "", true), later))
        .isEqualTo("rows[0].delayReason=pilot.milestone.unfinished");
  }

  @Test
  @DisplayName("lacks what was done, the risk, and words for a high one")
  void texts() {
    LocalDate later = TODAY.plusDays(30);
    assertThat(complete(typed(" ", "", "0", "", "", "", false), later))
        .isEqualTo("risk=pilot.choose, summary=pilot.answer-needed");
    assertThat(complete(typed("Andou.", "HIGH", "0", "", "", "", false), later))
        .isEqualTo("riskText=pilot.report.risk-text");
  }

  @ParameterizedTest(name = "{0}={1}: {2}")
  @CsvSource({
    "percent, 101, rows[0].percent=pilot.percent",
    "percent, -1, rows[0].percent=pilot.percent",
    "percent, muito, rows[0].percent=pilot.percent",
    "start, 2026-02-30, rows[0].actualStart=pilot.day",
    "start, ontem, rows[0].actualStart=pilot.day",
    "end, 0001-01-01, rows[0].actualEnd=pilot.day",
    "risk, ENORMOUS, risk=pilot.choose"
  })
  @DisplayName("is not even kept with what has no type")
  void unreadable(String field, String value, String wrong) {
    TypedReport typed =
        typed(
            "Andou.",
            field.equals("risk") ? value : "LOW",
            field.equals("percent") ? value : "10",
            field.equals("start") ? value : "",
            field.equals("end") ? value : "",
            "",
            false);
    assertThat(found(() -> ReportRules.read(typed, List.of(known(TODAY))))).isEqualTo(wrong);
  }

  @Test
  @DisplayName("is kept with nothing written, and with milestones of others left out")
  void anything() {
    TypedReport nothing =
        new TypedReport(
            0, null, null, null, false, null, false, List.of(new TypedRow(99, "x", "y", "z", "w")));
    assertThatCode(() -> ReportRules.read(nothing, List.of(known(TODAY))))
        .doesNotThrowAnyException();
    assertThat(ReportRules.read(nothing, List.of(known(TODAY))).milestones())
        .containsExactly(known(TODAY));
  }

  private static String complete(TypedReport typed, LocalDate planned) {
    WrittenReport written = ReportRules.read(typed, List.of(known(planned)));
    return found(() -> ReportRules.requireComplete(written, TODAY));
  }

  private static String found(Runnable rules) {
    Refusal refusal = catchThrowableOfType(Refusal.class, rules::run);
    return refusal == null
        ? ""
        : refusal.violations().stream()
            .collect(Collectors.toMap(Violation::field, Violation::code, (a, b) -> a + b))
            .entrySet()
            .stream()
            .sorted(Map.Entry.comparingByKey())
            .map(Object::toString)
            .collect(Collectors.joining(", "));
  }

  private static TypedReport typed(
      String summary,
      String risk,
      String percent,
      String start,
      String end,
      String reason,
      boolean finished) {
    return new TypedReport(
        0,
        summary,
        risk,
        "",
        false,
        "",
        finished,
        List.of(new TypedRow(1, percent, start, end, reason)));
  }

  private static ReportedMilestone known(LocalDate planned) {
    Milestone milestone =
        new Milestone(
            1, 1, "Mapa", planned.minusDays(60), planned, null, null, null, 0, null, null);
    return new ReportedMilestone(milestone, 0, null, null, null);
  }
}
