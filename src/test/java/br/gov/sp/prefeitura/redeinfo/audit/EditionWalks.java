package br.gov.sp.prefeitura.redeinfo.audit;

import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.TrainingLife;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;

/** The ways to write by the planning pages of trainings, and what each puts on record. */
final class EditionWalks {

  private static final String PLANNING = "POST /trainings/planning/";

  private final TrainingLife trainings;
  private final TestPeople people;
  private final ManagementService management;
  private final Runnable begin;
  private final Map<String, AuditedRoutesTest.Walk> walks = new LinkedHashMap<>();

  /**
   * @param begin called when the preparations are done
   */
  EditionWalks(
      TrainingLife trainings, TestPeople people, ManagementService management, Runnable begin) {
    this.trainings = trainings;
    this.people = people;
    this.management = management;
    this.begin = begin;
    LocalDateTime soon = LocalDateTime.ofInstant(trainings.now(), SaoPaulo.ZONE);
    walk("new", "training.planned", () -> post("new", plan(soon)));
    walk(
        "{id}/edit",
        "training.changed",
        () -> post(trainings.planned(trainings.draft()) + "/edit", plan(soon)));
    walk("{id}/discard", "training.discarded", () -> draft("/discard"));
    walk("{id}/publish", "training.published", () -> draft("/publish"));
    walk(
        "{id}/enrolment-period",
        "training.enrolment-period-changed",
        () ->
            published(
                "/enrolment-period",
                Map.of("enrolmentFrom", day(soon, 1), "enrolmentUntil", day(soon, 3))));
    walk("{id}/trainers", "training.trainers-changed", () -> published("/trainers", Map.of()));
    walk("{id}/cancel", "training.cancelled", () -> published("/cancel", Map.of("reason", "x")));
    walk("{id}/retry", "training.retried", this::retry);
    walk(
        "{id}/sessions/{session}/move",
        "training-session.moved",
        () ->
            session(
                "move",
                Map.of(
                    "startsAt",
                    day(soon, 30),
                    "endsAt",
                    day(soon.plusHours(2), 30),
                    "place",
                    "Sala",
                    "reason",
                    "x")));
    walk(
        "{id}/sessions/{session}/cancel",
        "training-session.cancelled",
        () -> session("cancel", Map.of("reason", "x")));
    walk(
        "{id}/sessions/{session}/material",
        "training-session.material-changed",
        () -> session("material", Map.of("material", "https://exemplo.sp.gov.br/a")));
  }

  Map<String, AuditedRoutesTest.Walk> all() {
    return walks;
  }

  private void walk(String path, String action, Supplier<HttpResponse<String>> way) {
    walks.put(PLANNING + path, new AuditedRoutesTest.Walk(action, way));
  }

  private static Map<String, String> plan(LocalDateTime soon) {
    return Map.of(
        "title", "Oficina",
        "kind", "WORKSHOP",
        "audience", "SERVANTS",
        "capacity", "20",
        "minimumAttendance", "75",
        "enrolmentFrom", day(soon, 1),
        "enrolmentUntil", day(soon, 9));
  }

  private static String day(LocalDateTime soon, int days) {
    return soon.plusDays(days).withSecond(0).withNano(0).toString();
  }

  private HttpResponse<String> draft(String what) {
    return post(trainings.planned(trainings.draft()) + what, Map.of());
  }

  private HttpResponse<String> published(String what, Map<String, String> typed) {
    return post(trainings.published(trainings.draft()) + what, typed);
  }

  private HttpResponse<String> session(String what, Map<String, String> typed) {
    long id = trainings.published(trainings.draft().sessions(2));
    return post(id + "/sessions/" + trainings.sessions(id).get(0) + "/" + what, typed);
  }

  private HttpResponse<String> retry() {
    long id = trainings.published(trainings.draft());
    management.setJobRetries(
        trainings.timer("training-edition", id, "intermediateCatchEvent_EnrolmentBegins").getId(),
        0);
    return post(id + "/retry", Map.of());
  }

  private HttpResponse<String> post(String path, Map<String, String> typed) {
    Visitor coordination = people.signIn(trainings.coordinator());
    begin.run();
    return coordination.post("/trainings/planning/" + path, typed);
  }
}
