package br.gov.sp.prefeitura.redeinfo.audit;

import br.gov.sp.prefeitura.redeinfo.audit.AuditedRoutesTest.Walk;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.support.PilotExecution;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife.Team;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** The ways to tell pilots something by their pages, and what each puts on record. */
final class PilotExecutionWalks {

  private static final String PILOT = "POST /pilots/{id}/";
  private static final Map<String, String> REASON = Map.of("reason", "x");

  private final PilotLife pilots;
  private final PilotExecution execution;
  private final TestPeople people;
  private final Runnable begin;
  private final Map<String, Walk> walks = new LinkedHashMap<>();

  /**
   * @param begin called when the preparations are done
   */
  PilotExecutionWalks(
      PilotLife pilots, PilotExecution execution, TestPeople people, Runnable begin) {
    this.pilots = pilots;
    this.execution = execution;
    this.people = people;
    this.begin = begin;
    walk("suspension", "pilot.suspended", execution::running, Team::head, REASON);
    walk("resumption", "pilot.resumed", this::suspended, Team::head, REASON);
    walk("cancellation", "pilot.cancelled", pilots::draft, Team::member, REASON);
    walk("presentation", "pilot.presentation-moved", this::scheduled, Team::coordinator, REASON);
    walk("scope-change", "pilot.scope-change-asked", this::changed, Team::member, REASON);
    walk("report/wanted", "pilot.report-wanted", execution::running, Team::member, Map.of());
    walk("report", "pilot.report-saved", this::writing, Team::member, report());
    walk("report/submission", "pilot.reported", this::writing, Team::member, report());
    walks.put(PILOT + "sponsor", new Walk("pilot.sponsor-changed", this::sponsor));
  }

  Map<String, Walk> all() {
    return walks;
  }

  private void walk(
      String path,
      String action,
      ToLongFunction<Team> preparation,
      Function<Team, Person> who,
      Map<String, String> typed) {
    walks.put(
        PILOT + path,
        new Walk(
            action,
            () -> {
              Team team = pilots.team();
              long id = preparation.applyAsLong(team);
              Visitor visitor = people.signIn(who.apply(team));
              begin.run();
              return visitor.post("/pilots/" + id + "/" + path, typed);
            }));
  }

  private HttpResponse<String> sponsor() {
    Team team = pilots.team();
    long id = pilots.draft(team);
    Visitor visitor = people.signIn(team.head());
    begin.run();
    return visitor.post(
        "/pilots/" + id + "/sponsor", Map.of("sponsor", String.valueOf(team.office().id())));
  }

  private static Map<String, String> report() {
    return Map.of("version", "0", "summary", "Andou.", "risk", "LOW");
  }

  private long suspended(Team team) {
    long id = execution.running(team);
    execution.suspend(id, team);
    return id;
  }

  private long scheduled(Team team) {
    long id = pilots.approved(team);
    execution.schedule(id, team);
    return id;
  }

  private long changed(Team team) {
    long id = execution.running(team);
    pilots.change(id, team.member(), Map.of("problem", "Agora o problema é outro."));
    return id;
  }

  private long writing(Team team) {
    long id = execution.running(team);
    execution.reportEarly(id, team);
    return id;
  }
}
