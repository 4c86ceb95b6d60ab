package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.text.Typed;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.training.EditionAudience;
import br.gov.sp.prefeitura.redeinfo.training.EditionPlan;
import br.gov.sp.prefeitura.redeinfo.training.EditionPlan.SessionPlan;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What a plan must say before it is kept, and what more before it is published. */
@Component
class EditionRules {

  static final int MAX_SESSIONS = 60;
  static final int MAX_KEEPERS = 20;
  private static final int MAX_PEOPLE = 20_000;

  /** History outlives every edition because none is planned further ahead. */
  private static final int MAX_YEARS = 2;

  private final Persons persons;
  private final Clock clock;

  EditionRules(Persons persons, Clock clock) {
    this.persons = persons;
    this.clock = clock;
  }

  /**
   * The plan in the form in which it is kept.
   *
   * @throws Refusal (invalid) with every field that breaks a rule
   */
  EditionPlan checked(EditionPlan typed) {
    Findings findings = new Findings();
    findings.required("kind", typed.kind(), "training.choose");
    findings.required("audience", typed.audience(), "training.choose");
    findings.required("releasePolicy", typed.releasePolicy(), "training.choose");
    if (typed.audience() == EditionAudience.TRACK && typed.track() == null) {
      findings.add("track", "training.track-of-audience");
    }
    String activity = findings.text("activity", typed.activity(), 2000, false);
    EditionPlan plan =
        new EditionPlan(
            typed.track(),
            typed.kind(),
            findings.line("title", typed.title(), 160, true),
            findings.text("content", typed.content(), 4000, typed.certificate()),
            findings.text("requirements", typed.requirements(), 1000, false),
            findings.line("trainers", typed.trainers(), 300, false),
            keepers(findings, typed.keepers()),
            typed.audience(),
            findings.number("capacity", typed.capacity(), 1, MAX_PEOPLE),
            typed.placesPerBody() == null
                ? null
                : findings.number("placesPerBody", typed.placesPerBody(), 1, MAX_PEOPLE),
            typed.enrolmentFrom(),
            typed.enrolmentUntil(),
            typed.releaseRequired(),
            typed.releasePolicy(),
            findings.number("releaseDays", typed.releaseDays(), 1, 60),
            findings.number("minimumAttendance", typed.minimumAttendance(), 0, 100),
            activity,
            activity == null ? null : typed.activityUntil(),
            typed.headToldOfAbsences(),
            typed.schoolValidates(),
            typed.certificate(),
            sessions(findings, typed.sessions()));
    if (typed.schoolValidates() && !typed.certificate()) {
      findings.add("certificate", "training.school-certifies");
    }
    checkEnrolment(findings, plan.enrolmentFrom(), plan.enrolmentUntil());
    checkOrder(findings, plan);
    findings.refuse();
    return plan;
  }

  private void checkEnrolment(Findings findings, LocalDateTime from, LocalDateTime until) {
    findings.required("enrolmentFrom", from, "training.moment");
    findings.required("enrolmentUntil", until, "training.moment");
    if (from != null && until != null && !from.isBefore(until)) {
      findings.add("enrolmentUntil", "training.enrolment-period");
    }
    checkFarAhead(findings, "enrolmentFrom", from);
    checkFarAhead(findings, "enrolmentUntil", until);
  }

  /** Enrolment ends before the first session begins; what is handed in comes after enrolment. */
  private void checkOrder(Findings findings, EditionPlan plan) {
    for (int i = 0; i < plan.sessions().size(); i++) {
      LocalDateTime starts = plan.sessions().get(i).startsAt();
      if (starts != null
          && plan.enrolmentUntil() != null
          && starts.isBefore(plan.enrolmentUntil())) {
        findings.add(field(i, "startsAt"), "training.session-before-enrolment-ends");
      }
    }
    if (plan.activity() != null) {
      findings.required("activityUntil", plan.activityUntil(), "training.moment");
      checkFarAhead(findings, "activityUntil", plan.activityUntil());
      if (plan.activityUntil() != null
          && plan.enrolmentUntil() != null
          && !plan.activityUntil().isAfter(plan.enrolmentUntil())) {
        findings.add("activityUntil", "training.activity-before-enrolment-ends");
      }
    }
  }

  private List<SessionPlan> sessions(Findings findings, List<SessionPlan> typed) {
    if (typed.size() > MAX_SESSIONS) {
      findings.add("sessions", "training.too-many-sessions", MAX_SESSIONS);
      return List.of();
    }
    List<SessionPlan> sessions = new ArrayList<>();
    for (int i = 0; i < typed.size(); i++) {
      sessions.add(session(findings, i, typed.get(i)));
    }
    return sessions;
  }

  private SessionPlan session(Findings findings, int i, SessionPlan typed) {
    String place = findings.line(field(i, "place"), typed.place(), 300, false);
    String link = findings.address(field(i, "link"), typed.link());
    if (place == null && Typed.line(typed.link()) == null) {
      findings.add(field(i, "place"), "training.place-or-link");
    }
    checkTimes(findings, i, typed);
    return new SessionPlan(
        findings.line(field(i, "title"), typed.title(), 160, true),
        typed.startsAt(),
        typed.endsAt(),
        minutes(findings, i, typed),
        place,
        link,
        findings.address(field(i, "material"), typed.material()),
        typed.mandatory());
  }

  private void checkTimes(Findings findings, int i, SessionPlan typed) {
    findings.required(field(i, "startsAt"), typed.startsAt(), "training.moment");
    findings.required(field(i, "endsAt"), typed.endsAt(), "training.moment");
    checkFarAhead(findings, field(i, "startsAt"), typed.startsAt());
    checkPeriod(findings, field(i, "endsAt"), typed.startsAt(), typed.endsAt());
  }

  /** A session takes some of one day. */
  static void checkPeriod(Findings findings, String field, LocalDateTime from, LocalDateTime to) {
    if (from != null && to != null && (!from.isBefore(to) || to.isAfter(from.plusDays(1)))) {
      findings.add(field, "training.session-period");
    }
  }

  void checkFarAhead(Findings findings, String field, LocalDateTime moment) {
    LocalDateTime now = LocalDateTime.now(clock.withZone(SaoPaulo.ZONE));
    if (moment != null
        && (moment.isAfter(now.plusYears(MAX_YEARS)) || moment.isBefore(now.minusYears(1)))) {
      findings.add(field, "training.far-away", MAX_YEARS);
    }
  }

  /** What a session counts for is at most as long as it lasts. */
  private static Integer minutes(Findings findings, int i, SessionPlan typed) {
    if (typed.startsAt() == null || typed.endsAt() == null) {
      return typed.minutes();
    }
    int lasts = (int) Duration.between(typed.startsAt(), typed.endsAt()).toMinutes();
    if (typed.minutes() == null && lasts >= 15) {
      return Math.min(lasts, 1440);
    }
    return findings.number(
        field(i, "minutes"), typed.minutes(), 15, Math.max(15, Math.min(lasts, 1440)));
  }

  private List<String> keepers(Findings findings, List<String> typed) {
    List<String> emails =
        typed.stream().map(Typed::email).filter(Objects::nonNull).distinct().toList();
    if (emails.size() > MAX_KEEPERS) {
      findings.add("keepers", "training.too-many-keepers", MAX_KEEPERS);
      return List.of();
    }
    Map<String, Person> known = persons.byEmails(emails);
    for (int i = 0; i < emails.size(); i++) {
      if (!known.containsKey(emails.get(i))) {
        findings.add("keepers", "training.keeper-unknown", i + 1);
      }
    }
    return emails;
  }

  /** Ids of the persons with these e-mails, which {@link #checked} has found to be known. */
  List<Long> keeperIds(List<String> emails) {
    return persons.byEmails(emails).values().stream().map(Person::id).toList();
  }

  /**
   * The addresses alone, for a change after publication.
   *
   * @throws Refusal (invalid)
   */
  List<String> checkedKeepers(List<String> typed) {
    Findings findings = new Findings();
    List<String> emails = keepers(findings, typed);
    findings.refuse();
    return emails;
  }

  /** New dates of a published edition. */
  void checkEnrolmentPeriod(LocalDateTime from, LocalDateTime until, List<Session> sessions) {
    Findings findings = new Findings();
    checkEnrolment(findings, from, until);
    if (until != null) {
      if (!until.atZone(SaoPaulo.ZONE).toInstant().isAfter(clock.instant())) {
        findings.add("enrolmentUntil", "training.past");
      }
      if (sessions.stream()
          .filter(session -> session.state() != Session.State.CANCELLED)
          .anyMatch(s -> s.startsAt().isBefore(until.atZone(SaoPaulo.ZONE).toInstant()))) {
        findings.add("enrolmentUntil", "training.session-before-enrolment-ends");
      }
    }
    findings.refuse();
  }

  /**
   * What a draft needs besides to be announced.
   *
   * @throws Refusal (invalid) without fields: the draft has to be opened to be put right
   */
  void checkPublishable(Edition edition, List<Session> sessions) {
    Findings findings = new Findings();
    if (sessions.isEmpty()) {
      findings.add(null, "training.no-session");
    }
    if (!edition.enrolmentUntil().isAfter(clock.instant())) {
      findings.add(null, "training.enrolment-over");
    }
    findings.refuse();
  }

  private static String field(int session, String name) {
    return "sessions[" + session + "]." + name;
  }
}
