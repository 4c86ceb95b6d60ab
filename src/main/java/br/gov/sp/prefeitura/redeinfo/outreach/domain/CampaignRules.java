package br.gov.sp.prefeitura.redeinfo.outreach.domain;

import br.gov.sp.prefeitura.redeinfo.outreach.CampaignPlan;
import br.gov.sp.prefeitura.redeinfo.outreach.CampaignPlan.Measure;
import br.gov.sp.prefeitura.redeinfo.outreach.CampaignPlan.Wave;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import br.gov.sp.prefeitura.redeinfo.shared.text.Typed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a campaign's plan must look like. Needs no database. */
final class CampaignRules {

  static final int MAX_WAVES = 6;
  static final int MAX_MONTHS = 12;
  private static final int TITLE_LENGTH = 120;
  private static final int SUBJECT_LENGTH = 150;
  private static final int MESSAGE_LENGTH = 5000;
  private static final int MAX_PEOPLE = 100_000;
  private static final int MAX_SHARE = 100;

  /** Anything in braces is meant as a placeholder: a wrong one must not reach a reader. */
  private static final Pattern BRACES = Pattern.compile("\\{([^{}\\n]{0,40})}?");

  private static final Set<String> PLACEHOLDERS = Set.of("name", "body");

  private CampaignRules() {}

  /**
   * The plan as it is kept.
   *
   * @throws Refusal (invalid) with what is wrong, at the fields {@code title}, {@code subject},
   *     {@code message}, {@code audiences}, {@code bodies}, {@code closesOn} and {@code
   *     waves[n].day}, {@code .amount}
   */
  static CampaignPlan checked(CampaignPlan typed, LocalDate today) {
    CampaignPlan plan =
        new CampaignPlan(
            Typed.line(typed.title()),
            Typed.line(typed.subject()),
            Typed.text(typed.message()),
            typed.audiences(),
            typed.bodyIds(),
            typed.waves(),
            typed.closesOn());
    List<Violation> violations = new ArrayList<>();
    text(plan.title(), TITLE_LENGTH, false, "title", violations);
    text(plan.subject(), SUBJECT_LENGTH, false, "subject", violations);
    placeholders(plan.subject(), "subject", violations);
    text(plan.message(), MESSAGE_LENGTH, true, "message", violations);
    placeholders(plan.message(), "message", violations);
    if (plan.audiences().isEmpty()) {
      violations.add(Violation.at("audiences", "outreach.audience-missing"));
    }
    if (plan.bodyIds() != null && plan.bodyIds().isEmpty()) {
      violations.add(Violation.at("bodies", "outreach.bodies-missing"));
    }
    waves(plan.waves(), today, violations);
    closing(plan, today, violations);
    if (!violations.isEmpty()) {
      throw Refusal.invalid(violations);
    }
    return plan;
  }

  /** Whether the first wave's day is still to come, or today. */
  static boolean isInTime(CampaignPlan plan, LocalDate today) {
    return !plan.waves().get(0).day().isBefore(today);
  }

  private static void text(
      String text, int length, boolean lines, String field, List<Violation> violations) {
    if (text == null) {
      violations.add(Violation.at(field, "outreach.missing"));
    } else if (text.length() > length) {
      violations.add(Violation.at(field, "outreach.too-long", length));
    } else if (Typed.hasControlCharacters(text, lines)) {
      violations.add(Violation.at(field, "outreach.control-characters"));
    }
  }

  private static void placeholders(String text, String field, List<Violation> violations) {
    if (text == null) {
      return;
    }
    Matcher braces = BRACES.matcher(text);
    while (braces.find()) {
      if (!PLACEHOLDERS.contains(braces.group(1)) || !braces.group().endsWith("}")) {
        violations.add(Violation.at(field, "outreach.placeholder"));
        return;
      }
    }
  }

  private static void waves(List<Wave> waves, LocalDate today, List<Violation> violations) {
    if (waves.isEmpty()) {
      violations.add(Violation.at("waves", "outreach.waves-missing"));
    } else if (waves.size() > MAX_WAVES) {
      violations.add(Violation.at("waves", "outreach.waves-too-many", MAX_WAVES));
    }
    LocalDate before = today.minusDays(1);
    for (int i = 0; i < Math.min(waves.size(), MAX_WAVES); i++) {
      Wave wave = waves.get(i);
      String field = "waves[" + i + "]";
      if (wave.day() == null || wave.day().isAfter(today.plusMonths(MAX_MONTHS))) {
        violations.add(Violation.at(field + ".day", "outreach.wave-day", MAX_MONTHS));
      } else if (!wave.day().isAfter(before)) {
        violations.add(
            Violation.at(
                field + ".day", i == 0 ? "outreach.wave-in-past" : "outreach.wave-not-later"));
      } else {
        before = wave.day();
      }
      amount(wave, i == waves.size() - 1, field, violations);
    }
  }

  private static void amount(Wave wave, boolean last, String field, List<Violation> violations) {
    if (wave.measure() == null) {
      violations.add(Violation.at(field + ".measure", "outreach.choose"));
    } else if (wave.measure() == Measure.REST) {
      if (!last) {
        violations.add(Violation.at(field + ".measure", "outreach.rest-not-last"));
      }
      if (wave.amount() != null) {
        violations.add(Violation.at(field + ".amount", "outreach.rest-without-amount"));
      }
    } else {
      int most = wave.measure() == Measure.SHARE ? MAX_SHARE : MAX_PEOPLE;
      if (wave.amount() == null || wave.amount() < 1 || wave.amount() > most) {
        violations.add(Violation.at(field + ".amount", "outreach.amount", most));
      }
    }
  }

  private static void closing(CampaignPlan plan, LocalDate today, List<Violation> violations) {
    LocalDate day = plan.closesOn();
    if (day == null || day.isAfter(today.plusMonths(MAX_MONTHS))) {
      violations.add(Violation.at("closesOn", "outreach.closes-on", MAX_MONTHS));
    } else if (day.isBefore(today)
        || plan.waves().stream().anyMatch(wave -> wave.day() != null && !day.isAfter(wave.day()))) {
      violations.add(Violation.at("closesOn", "outreach.closes-before-wave"));
    }
  }
}
