package br.gov.sp.prefeitura.redeinfo.audit;

import br.gov.sp.prefeitura.redeinfo.audit.AuditedRoutesTest.Walk;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MinutesDesk;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.support.Initiatives;
import br.gov.sp.prefeitura.redeinfo.support.MeetingWorld;
import br.gov.sp.prefeitura.redeinfo.support.MinutesLife;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** The ways to write on the pages of minutes and initiatives. */
final class MinutesWalks {

  private final MeetingWorld meetings;
  private final MinutesLife minutes;
  private final MinutesDesk desk;
  private final Initiatives initiatives;
  private final TestPeople people;
  private final Runnable begin;
  private final Map<String, Walk> walks = new LinkedHashMap<>();

  /**
   * @param begin called when the preparations are done
   */
  MinutesWalks(
      MeetingWorld meetings,
      MinutesLife minutes,
      MinutesDesk desk,
      Initiatives initiatives,
      TestPeople people,
      Runnable begin) {
    this.meetings = meetings;
    this.minutes = minutes;
    this.desk = desk;
    this.initiatives = initiatives;
    this.people = people;
    this.begin = begin;
    String of = "POST /meetings/{id}/minutes";
    walk(of, "minutes.saved", this::held, "/minutes", Map.of("revision", "0", "place", "Sala"));
    walk(
        of + "/remarks",
        "minutes.remark-made",
        this::circulated,
        "/minutes/remarks",
        Map.of("text", "x"));
    walk(
        of + "/remarks-end",
        "minutes.remarks-closed",
        this::circulated,
        "/minutes/remarks-end",
        Map.of());
    walks.put(of + "/remarks/{remark}/answer", new Walk("minutes.remark-answered", this::answer));
    walks.put(
        "POST /initiatives/new",
        new Walk(
            "initiative.proposed",
            () -> {
              var typed = initiatives.typed();
              var visitor = people.signIn(meetings.coordinator());
              begin.run();
              return visitor.postForm("/initiatives/new", typed);
            }));
    walks.put(
        "POST /initiatives/{id}/edit",
        new Walk(
            "initiative.changed",
            () -> {
              long id = initiatives.proposed();
              var visitor = people.signIn(meetings.coordinator());
              begin.run();
              return visitor.postForm(
                  "/initiatives/" + id + "/edit",
                  initiatives.typed() + "&version=" + initiatives.version(id));
            }));
    walks.put(
        "POST /initiatives/{id}/state",
        new Walk(
            "initiative.state-entered",
            () -> {
              long id = initiatives.proposed();
              var visitor = people.signIn(meetings.coordinator());
              begin.run();
              return visitor.post("/initiatives/" + id + "/state", Map.of("state", "UNDER_WAY"));
            }));
  }

  Map<String, Walk> all() {
    return walks;
  }

  private void walk(
      String route,
      String action,
      LongSupplier preparation,
      String path,
      Map<String, String> typed) {
    walks.put(
        route,
        new Walk(
            action,
            () -> {
              long id = preparation.getAsLong();
              var visitor = people.signIn(meetings.coordinator());
              begin.run();
              return visitor.post("/meetings/" + id + path, typed);
            }));
  }

  private long held() {
    long id = meetings.convened(meetings.plan());
    meetings.held(id);
    return id;
  }

  private long circulated() {
    long id = held();
    minutes.write(id, meetings.coordinator());
    return id;
  }

  private HttpResponse<String> answer() {
    long id = circulated();
    Person reader = people.withFunction(Function.SAO_PAULO_ABERTA, "seri");
    desk.remark(id, null, "x", meetings.signedIn(reader));
    long remark = desk.remarks(id).get(0).id();
    var visitor = people.signIn(meetings.coordinator());
    begin.run();
    return visitor.post(
        "/meetings/" + id + "/minutes/remarks/" + remark + "/answer", Map.of("answer", "y"));
  }
}
