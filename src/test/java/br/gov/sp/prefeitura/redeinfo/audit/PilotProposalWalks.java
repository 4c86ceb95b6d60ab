package br.gov.sp.prefeitura.redeinfo.audit;

import br.gov.sp.prefeitura.redeinfo.audit.AuditedRoutesTest.Walk;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife.Team;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

/** The ways from an idea to a proposal that is sent, and what each puts on record. */
final class PilotProposalWalks {

  private final PilotLife pilots;
  private final TestPeople people;
  private final Runnable begin;

  /**
   * @param begin called when the preparations are done
   */
  PilotProposalWalks(PilotLife pilots, TestPeople people, Runnable begin) {
    this.pilots = pilots;
    this.people = people;
    this.begin = begin;
  }

  Map<String, Walk> all() {
    return Map.of(
        "POST /pilots/new", new Walk("pilot.begun", this::start),
        "POST /pilots/{id}/proposal/submission", new Walk("pilot.submitted", this::send));
  }

  private HttpResponse<String> start() {
    Team team = pilots.team();
    Visitor visitor = people.signIn(team.member());
    begin.run();
    return visitor.post(
        "/pilots/new", Map.of("body", String.valueOf(team.body().id()), "title", "Uma ideia"));
  }

  private HttpResponse<String> send() {
    Team team = pilots.team();
    long id = pilots.draft(team);
    Visitor visitor = people.signIn(team.member());
    Map<String, String> typed = new HashMap<>(pilots.proposal(team));
    typed.put("base", "2");
    begin.run();
    return visitor.post("/pilots/" + id + "/proposal/submission", typed);
  }
}
