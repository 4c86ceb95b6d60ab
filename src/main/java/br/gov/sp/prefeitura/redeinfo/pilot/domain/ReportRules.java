package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.pilot.domain.TypedReport.TypedRow;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.text.Typed;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** The rules of progress reports. Saving asks for types and lengths alone, sending for the rest. */
final class ReportRules {

  private static final int MAX_SUMMARY = 4000;
  private static final int MAX_TEXT = 1000;

  /** Before the programme there was none. */
  private static final LocalDate EARLIEST = LocalDate.of(2016, 1, 1);

  private ReportRules() {}

  /**
   * @param known what the report says so far: a row that was not typed stays what it is
   * @throws Refusal (invalid) with the fields that cannot be kept as they were typed
   */
  static WrittenReport read(TypedReport typed, List<ReportedMilestone> known) {
    Findings findings = new Findings();
    var rows = known.stream().collect(Collectors.toMap(r -> r.milestone().id(), r -> r));
    for (int i = 0; i < typed.rows().size(); i++) {
      TypedRow row = typed.rows().get(i);
      rows.computeIfPresent(row.milestoneId(), reader(findings, row, "rows[" + i + "]."));
    }
    WrittenReport written =
        new WrittenReport(
            findings.text("summary", typed.summary(), MAX_SUMMARY, false),
            risk(findings, typed.risk()),
            findings.text("riskText", typed.riskText(), MAX_TEXT, false),
            typed.helpWanted(),
            findings.text("helpText", typed.helpText(), MAX_TEXT, false),
            typed.finished(),
            known.stream().map(one -> rows.get(one.milestone().id())).toList());
    findings.refuse();
    return written;
  }

  private static BiFunction<Long, ReportedMilestone, ReportedMilestone> reader(
      Findings findings, TypedRow row, String at) {
    return (id, before) ->
        new ReportedMilestone(
            before.milestone(),
            percent(findings, at + "percent", row.percent(), before.percent()),
            day(findings, at + "actualStart", row.actualStart()),
            day(findings, at + "actualEnd", row.actualEnd()),
            findings.text(at + "delayReason", row.delayReason(), MAX_TEXT, false));
  }

  private static Pilot.Risk risk(Findings findings, String typed) {
    String name = Typed.line(typed);
    return Arrays.stream(Pilot.Risk.values())
        .filter(risk -> risk.name().equals(name))
        .findFirst()
        .orElseGet(
            () -> {
              if (name != null) {
                findings.add("risk", "pilot.choose");
              }
              return null;
            });
  }

  /** A blank is none of it; what was not sent at all stays. */
  private static int percent(Findings findings, String field, String typed, int before) {
    if (typed == null) {
      return before;
    }
    String line = Typed.line(typed);
    if (line == null) {
      return 0;
    }
    if (line.matches("\\d{1,3}") && Integer.parseInt(line) <= 100) {
      return Integer.parseInt(line);
    }
    findings.add(field, "pilot.percent");
    return before;
  }

  private static LocalDate day(Findings findings, String field, String typed) {
    String line = Typed.line(typed);
    if (line == null) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(line);
      if (!day.isBefore(EARLIEST) && day.getYear() < 2100) {
        return day;
      }
    } catch (DateTimeException e) {
      // No day of the calendar: said below, like one that is out of range.
    }
    findings.add(field, "pilot.day");
    return null;
  }

  /**
   * What a report that is sent has to say.
   *
   * @throws Refusal (invalid) with every field that lacks something
   */
  static void requireComplete(WrittenReport report, LocalDate today) {
    Findings findings = new Findings();
    if (report.summary() == null) {
      findings.add("summary", "pilot.answer-needed");
    }
    if (report.risk() == null) {
      findings.add("risk", "pilot.choose");
    } else if (report.risk() == Pilot.Risk.HIGH && report.riskText() == null) {
      findings.add("riskText", "pilot.report.risk-text");
    }
    if (report.helpWanted() && report.helpText() == null) {
      findings.add("helpText", "pilot.report.help-text");
    }
    List<ReportedMilestone> rows = new ArrayList<>(report.milestones());
    for (int i = 0; i < rows.size(); i++) {
      require(findings, rows.get(i), "rows[" + i + "].", report.finished(), today);
    }
    findings.refuse();
  }

  private static void require(
      Findings findings, ReportedMilestone row, String at, boolean finished, LocalDate today) {
    String title = row.milestone().title();
    if (row.percent() > 0 && row.actualStart() == null) {
      findings.add(at + "actualStart", "pilot.milestone.start", title);
    }
    if (row.percent() == 100 && row.actualEnd() == null) {
      findings.add(at + "actualEnd", "pilot.milestone.end", title);
    }
    if (row.percent() < 100 && row.actualEnd() != null) {
      findings.add(at + "actualEnd", "pilot.milestone.not-done", title);
    }
    if (isAfter(row.actualStart(), row.actualEnd())) {
      findings.add(at + "actualEnd", "pilot.milestone.order", title);
    }
    if (isAfter(row.actualStart(), today)) {
      findings.add(at + "actualStart", "pilot.milestone.future", title);
    }
    if (isAfter(row.actualEnd(), today)) {
      findings.add(at + "actualEnd", "pilot.milestone.future", title);
    }
    boolean late = row.milestone().isLate(today, row.percent());
    if (row.delayReason() == null && (late || finished && row.percent() < 100)) {
      findings.add(
          at + "delayReason", late ? "pilot.milestone.late" : "pilot.milestone.unfinished", title);
    }
  }

  private static boolean isAfter(LocalDate day, LocalDate other) {
    return day != null && other != null && day.isAfter(other);
  }
}
