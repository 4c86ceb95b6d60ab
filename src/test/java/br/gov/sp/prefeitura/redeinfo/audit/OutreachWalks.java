package br.gov.sp.prefeitura.redeinfo.audit;

import br.gov.sp.prefeitura.redeinfo.audit.AuditedRoutesTest.Walk;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.outreach.CampaignPlan.Measure;
import br.gov.sp.prefeitura.redeinfo.support.Campaigns;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the pages of campaigns write. */
final class OutreachWalks {

  private final Campaigns campaigns;
  private final TestPeople people;
  private final JdbcClient jdbc;
  private final Runnable begin;

  OutreachWalks(Campaigns campaigns, TestPeople people, JdbcClient jdbc, Runnable begin) {
    this.campaigns = campaigns;
    this.people = people;
    this.jdbc = jdbc;
    this.begin = begin;
  }

  Map<String, Walk> all() {
    Map<String, Walk> walks = new HashMap<>();
    put(walks, "POST /outreach/new", "written", () -> post("/outreach/new", campaigns.typed()));
    put(
        walks,
        "POST /outreach/{id}/edit",
        "changed",
        () -> post("/outreach/" + campaigns.draft() + "/edit", campaigns.typed()));
    put(
        walks,
        "POST /outreach/{id}/submission",
        "submitted",
        () -> post("/outreach/" + campaigns.draft() + "/submission", Map.of()));
    put(
        walks,
        "POST /outreach/{id}/stop",
        "stopped",
        () -> post("/outreach/" + campaigns.draft() + "/stop", Map.of("reason", "x")));
    walks.put(
        "POST /outreach/contacts/{id}/deletion",
        new Walk("outreach-contact.deleted", this::deleteContact));
    put(walks, "POST /opt-out/{token}", "opted-out", this::optOut);
    return walks;
  }

  private static void put(
      Map<String, Walk> walks, String route, String what, Supplier<HttpResponse<String>> way) {
    walks.put(route, new Walk("outreach-campaign." + what, way));
  }

  private HttpResponse<String> deleteContact() {
    String address = campaigns.contacts(campaigns.body(), 1).get(0);
    long id =
        jdbc.sql("SELECT id FROM contact WHERE email = ?")
            .param(address)
            .query(Long.class)
            .single();
    return post("/outreach/contacts/" + id + "/deletion", Map.of());
  }

  private HttpResponse<String> optOut() {
    Body body = campaigns.body();
    campaigns.contacts(body, 1);
    long id = campaigns.running(campaigns.plan(body, campaigns.wave(1, Measure.REST, null)));
    campaigns.waveDay(id);
    String path =
        jdbc.sql("SELECT opt_out_path FROM letter WHERE event_key = ?")
            .param("campaign:" + id)
            .query(String.class)
            .single();
    begin.run();
    return people.visitor().post(path, Map.of());
  }

  private HttpResponse<String> post(String path, Map<String, String> typed) {
    Person coordinator = people.withFunction(Function.COORDINATION, "seri");
    Visitor visitor = people.signIn(coordinator);
    begin.run();
    return visitor.post(path, typed);
  }
}
