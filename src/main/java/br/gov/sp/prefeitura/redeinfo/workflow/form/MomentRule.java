package br.gov.sp.prefeitura.redeinfo.workflow.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date, a time, or both, in the one format that the form's date input writes.
 *
 * @param date whether there is a date, written 2026-12-31
 * @param time how the time is written, or {@code null} if there is none
 * @param interval minutes between the times on offer
 * @param notPast whether days before today are refused
 */
record MomentRule(boolean date, TimeFormat time, int interval, boolean notPast)
    implements ValueRule {

  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);
  private static final int LONGEST = 40;
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /** How a time is written; the values of a form's property {@code timeSerializingFormat}. */
  enum TimeFormat {
    /** Local time with its distance from Greenwich: 10:30-03:00. */
    UTC_OFFSET("[+-](?:0\\d|1[0-4]):[0-5]\\d"),
    /** Greenwich time: 13:30Z. */
    UTC_NORMALIZED("Z"),
    /** Local time: 10:30. */
    NO_TIMEZONE("");

    private final Pattern pattern;

    TimeFormat(String zone) {
      this.pattern = Pattern.compile("(\\d{2}:\\d{2})" + zone);
    }
  }

  @Override
  public Verdict judge(Object value, Surroundings surroundings) {
    String refusal = date ? "form.date" : "form.time";
    if (!(value instanceof String text) || text.length() > LONGEST) {
      return Verdict.refused(refusal);
    }
    String day = text;
    if (time != null) {
      int separator = date ? text.indexOf('T') : 0;
      if (separator < 0 || !isTime(text.substring(date ? separator + 1 : 0))) {
        return Verdict.refused(refusal);
      }
      day = text.substring(0, separator);
    }
    LocalDate parsed = date ? parse(day) : null;
    if (date && (parsed == null || parsed.isBefore(EARLIEST) || parsed.isAfter(LATEST))) {
      return Verdict.refused(refusal);
    }
    return notPast && date && parsed.isBefore(surroundings.today())
        ? Verdict.refused("form.past")
        : Verdict.accepted(text);
  }

  @Override
  public Object asConditionsSee(Object value) {
    return value instanceof String ? value : null;
  }

  private static LocalDate parse(String day) {
    try {
      return DATE.matcher(day).matches() ? LocalDate.parse(day) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Greenwich time is not held against the interval: it may be off by the zone's half hours. */
  private boolean isTime(String text) {
    Matcher matcher = time.pattern.matcher(text);
    if (!matcher.matches()) {
      return false;
    }
    try {
      int minutes = LocalTime.parse(matcher.group(1)).toSecondOfDay() / 60;
      return time == TimeFormat.UTC_NORMALIZED || minutes % interval == 0;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
