package br.gov.sp.prefeitura.redeinfo.audit;

import br.gov.sp.prefeitura.redeinfo.audit.AuditedRoutesTest.Walk;
import br.gov.sp.prefeitura.redeinfo.support.MeetingWorld;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The ways to write on the pages of meetings. */
final class MeetingWalks {

  private static final Map<String, String> NONE = Map.of();
  private static final Map<String, String> REASON = Map.of("reason", "x");
  private static final Map<String, String> ITEM = Map.of("title", "Informes");
  private static final String ROUTE = "POST /meetings/";

  private final MeetingWorld meetings;
  private final TestPeople people;
  private final Runnable begin;
  private final Map<String, Walk> walks = new LinkedHashMap<>();

  /**
   * @param begin called when the preparations are done
   */
  MeetingWalks(MeetingWorld meetings, TestPeople people, Runnable begin) {
    this.meetings = meetings;
    this.people = people;
    this.begin = begin;
    walk("new", "new", "meeting.planned", () -> Map.of(), plan());
    walk("{id}/edit", "{meeting}/edit", "meeting.changed", this::planned, plan());
    walk(
        "{id}/postponement",
        "{meeting}/postponement",
        "meeting.postponed",
        this::convened,
        with(plan(), "reason", "x"));
    walk("{id}/cancellation", "{meeting}/cancellation", "meeting.cancelled", this::planned, REASON);
    walk("{id}/convocation", "{meeting}/convocation", "meeting.convened", this::planned, NONE);
    walk("{id}/agenda", "{meeting}/agenda", "meeting.item-proposed", this::planned, ITEM);
    String item = "{id}/agenda/{item}/";
    String asked = "{meeting}/agenda/{item}/";
    walk(item + "up", asked + "up", "meeting.agenda-ordered", this::second, NONE);
    walk(item + "down", asked + "down", "meeting.agenda-ordered", this::twoItems, NONE);
    walk(item + "acceptance", asked + "acceptance", "meeting.item-accepted", this::refused, NONE);
    walk(item + "refusal", asked + "refusal", "meeting.item-refused", this::planned, REASON);
    walk(item + "edit", asked + "edit", "meeting.item-changed", this::planned, ITEM);
    walk(
        "{id}/guests",
        "{meeting}/guests",
        "meeting.guest-added",
        this::planned,
        Map.of("name", "Convidada"));
    String guest = "{id}/guests/{guest}/";
    String noted = "{meeting}/guests/{meetingGuest}/";
    walk(guest + "present", noted + "present", "meeting.guest-marked", this::planned, NONE);
    walk(guest + "absent", noted + "absent", "meeting.guest-marked", this::planned, NONE);
    walk(guest + "removal", noted + "removal", "meeting.guest-removed", this::planned, NONE);
  }

  Map<String, Walk> all() {
    return walks;
  }

  private void walk(
      String route,
      String path,
      String action,
      Supplier<Map<String, String>> preparation,
      Map<String, String> typed) {
    walks.put(
        ROUTE + route,
        new Walk(
            action,
            () -> {
              String filled = path;
              for (Map.Entry<String, String> thing : preparation.get().entrySet()) {
                filled = filled.replace("{" + thing.getKey() + "}", thing.getValue());
              }
              Visitor visitor = people.signIn(meetings.coordinator());
              begin.run();
              return visitor.post("/meetings/" + filled, typed);
            }));
  }

  private Map<String, String> planned() {
    return meetings.toAskFor();
  }

  private Map<String, String> convened() {
    return Map.of("meeting", String.valueOf(meetings.convened(meetings.plan())));
  }

  private Map<String, String> twoItems() {
    Map<String, String> things = planned();
    meetings.propose(Long.parseLong(things.get("meeting")), meetings.coordinator());
    return things;
  }

  private Map<String, String> second() {
    long id = meetings.planned();
    long item = meetings.propose(id, meetings.coordinator());
    return Map.of("meeting", String.valueOf(id), "item", String.valueOf(item));
  }

  private Map<String, String> refused() {
    Map<String, String> things = planned();
    meetings.refuse(Long.parseLong(things.get("meeting")), Long.parseLong(things.get("item")));
    return things;
  }

  private Map<String, String> plan() {
    LocalDateTime starts = meetings.now().plusDays(40);
    return Map.of(
        "kind", "THEMATIC",
        "title", "Reunião inventada",
        "startsAt", starts.toString(),
        "endsAt", starts.plusHours(2).toString(),
        "place", "Sala",
        "hosts", "Coordenação");
  }

  private static Map<String, String> with(Map<String, String> typed, String field, String value) {
    Map<String, String> more = new LinkedHashMap<>(typed);
    more.put(field, value);
    return more;
  }
}
