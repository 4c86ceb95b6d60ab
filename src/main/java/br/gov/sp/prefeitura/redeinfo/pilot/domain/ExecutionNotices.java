package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.calendar.CalendarFiles;
import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.notification.Notices;
import br.gov.sp.prefeitura.redeinfo.notification.Notices.Notice;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotEvent.Kind;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who hears of what happens to a pilot from its presentation on. Every notice is keyed by what it
 * tells of, so that a repeated step tells nobody twice; all join the caller's transaction. Reasons
 * are read on the project's page, after the sign-in.
 */
@Component
@Transactional
public class ExecutionNotices {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd/MM/yyyy, HH:mm").withZone(SaoPaulo.ZONE);

  private final Notices notices;
  private final Bodies bodies;
  private final PilotRepository pilots;
  private final PilotStory story;
  private final JdbcClient jdbc;
  private final Clock clock;

  ExecutionNotices(
      Notices notices,
      Bodies bodies,
      PilotRepository pilots,
      PilotStory story,
      JdbcClient jdbc,
      Clock clock) {
    this.notices = notices;
    this.bodies = bodies;
    this.pilots = pilots;
    this.story = story;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void invitation(Pilot pilot, Presentation presentation) {
    tellInvited("pilot-presentation-invitation", "invited", pilot, presentation);
  }

  /** The date is taken out of people's calendars. */
  void presentationMoved(Pilot pilot, Presentation presentation) {
    tellInvited("pilot-presentation-moved", "moved", pilot, presentation);
  }

  private void tellInvited(String template, String event, Pilot pilot, Presentation presentation) {
    Body body = bodies.get(pilot.bodyId());
    notices.send(
        Notice.toGroups(
                "pilot-presentation:" + presentation.id() + ":" + event,
                template,
                with(
                    pilot,
                    body,
                    Map.of(
                        "when", MOMENT.format(presentation.startsAt()),
                        "place", presentation.place())),
                path(pilot),
                Stream.concat(
                        wholeBody(body),
                        Stream.of(Groups.COORDINATION, Groups.CIGA, Groups.SAO_PAULO_ABERTA))
                    .toList())
            .with(List.of(CalendarFiles.attachment(PresentationCalendar.uid(presentation.id())))));
  }

  void neverStarted(Pilot pilot) {
    tell("pilot-never-started", Kind.NEVER_STARTED, pilot, List.of());
  }

  /** The head and the coordination hear of it; who writes it has been reminded. */
  void reportOverdue(Pilot pilot, int report) {
    Body body = bodies.get(pilot.bodyId());
    notices.send(
        new Notice(
            key(pilot, "report-" + report + "-overdue"),
            "pilot-report-overdue",
            with(pilot, body, Map.of()),
            path(pilot),
            sponsor(pilot),
            List.of(Groups.head(body.slug()), Groups.COORDINATION)));
  }

  void completionReturned(Pilot pilot) {
    tell("pilot-completion-returned", Kind.COMPLETION_RETURNED, pilot, List.of());
  }

  public void suspended(long pilotId) {
    Pilot pilot = pilots.find(pilotId).orElseThrow();
    tell("pilot-suspended", Kind.SUSPENDED, pilot, partners(pilotId));
  }

  public void resumed(long pilotId) {
    Pilot pilot = pilots.find(pilotId).orElseThrow();
    tell("pilot-resumed", Kind.RESUMED, pilot, partners(pilotId));
  }

  /** The body and the coordination are asked whether the suspension is to go on. */
  public void remindOfSuspension(long pilotId) {
    Pilot pilot = pilots.find(pilotId).orElseThrow();
    Body body = bodies.get(pilot.bodyId());
    notices.send(
        new Notice(
            key(pilot, "suspension-reviewed-" + clock.instant().getEpochSecond()),
            "pilot-suspension-reminder",
            with(pilot, body, Map.of("since", SaoPaulo.DAY.format(day(pilot)))),
            path(pilot),
            sponsor(pilot),
            List.of(Groups.head(body.slug()), Groups.office(body.slug()), Groups.COORDINATION)));
  }

  private static LocalDate day(Pilot pilot) {
    return pilot.stateSince().atZone(SaoPaulo.ZONE).toLocalDate();
  }

  /** Of a draft that was discarded only its body hears; of the rest everybody it concerned. */
  public void cancelled(long pilotId) {
    Pilot pilot = pilots.find(pilotId).orElseThrow();
    if (pilot.submission() == 0) {
      Body body = bodies.get(pilot.bodyId());
      notices.send(
          Notice.toPersons(
              key(pilot, "discarded"),
              "pilot-discarded",
              with(pilot, body, Map.of()),
              path(pilot),
              Stream.concat(sponsor(pilot).stream(), Stream.of(pilot.createdBy()))
                  .distinct()
                  .toList()));
    } else {
      tell("pilot-cancelled", Kind.CANCELLED, pilot, partners(pilotId));
    }
  }

  /** Who answers for it now, or that nobody does: then office and head are asked to choose. */
  public void sponsorChanged(long pilotId) {
    Pilot pilot = pilots.find(pilotId).orElseThrow();
    Body body = bodies.get(pilot.bodyId());
    boolean nobody = pilot.sponsorId() == null;
    notices.send(
        new Notice(
            key(pilot, Kind.SPONSOR_CHANGED),
            nobody ? "pilot-sponsor-missing" : "pilot-sponsor-changed",
            with(pilot, body, Map.of()),
            nobody ? path(pilot) + "/sponsor" : path(pilot),
            sponsor(pilot),
            nobody
                ? List.of(Groups.office(body.slug()), Groups.head(body.slug()), Groups.COORDINATION)
                : List.of(Groups.office(body.slug()))));
  }

  public void scopeDecided(long pilotId) {
    Pilot pilot = pilots.find(pilotId).orElseThrow();
    PilotEvent last =
        story.of(pilotId).stream()
            .filter(
                event ->
                    event.kind() == Kind.SCOPE_CHANGED
                        || event.kind() == Kind.SCOPE_CHANGE_DECLINED)
            .reduce((before, after) -> after)
            .orElseThrow();
    boolean accepted = last.kind() == Kind.SCOPE_CHANGED;
    tell(
        accepted ? "pilot-scope-changed" : "pilot-scope-declined",
        last.kind(),
        pilot,
        accepted ? partners(pilotId) : List.of());
  }

  public void evaluated(long pilotId) {
    Pilot pilot = pilots.find(pilotId).orElseThrow();
    List<String> more =
        Stream.concat(partners(pilotId).stream(), Stream.of(Groups.CIGA, Groups.SAO_PAULO_ABERTA))
            .toList();
    tell("pilot-evaluated", Kind.EVALUATED, pilot, more);
  }

  /** Tells the lead body's people, the coordination, and the groups given. */
  private void tell(String template, Kind kind, Pilot pilot, Collection<String> more) {
    Body body = bodies.get(pilot.bodyId());
    notices.send(
        new Notice(
            key(pilot, kind),
            template,
            with(pilot, body, Map.of()),
            path(pilot),
            sponsor(pilot),
            Stream.of(wholeBody(body), Stream.of(Groups.COORDINATION), more.stream())
                .flatMap(groups -> groups)
                .distinct()
                .toList()));
  }

  private static Stream<String> wholeBody(Body body) {
    return Stream.of(
        Groups.members(body.slug()), Groups.office(body.slug()), Groups.head(body.slug()));
  }

  /** Offices of the partner bodies that confirmed their part. */
  private List<String> partners(long pilotId) {
    List<Long> ids =
        jdbc.sql(
                """
                SELECT body_id FROM pilot_partner
                 WHERE pilot_id = :pilot AND body_id IS NOT NULL AND state = 'CONFIRMED'
                """)
            .param("pilot", pilotId)
            .query(Long.class)
            .list();
    return bodies.byId(ids).values().stream().map(Body::slug).map(Groups::office).toList();
  }

  private static List<Long> sponsor(Pilot pilot) {
    return Stream.of(pilot.sponsorId()).filter(Objects::nonNull).toList();
  }

  /** The latest line of this kind is what the notice tells of. */
  private String key(Pilot pilot, Kind kind) {
    long line =
        story.of(pilot.id()).stream()
            .filter(event -> event.kind() == kind)
            .mapToLong(PilotEvent::id)
            .max()
            .orElse(0);
    return key(pilot, kind.name().toLowerCase(Locale.ROOT) + "-" + line);
  }

  private static String key(Pilot pilot, String what) {
    return "pilot:" + pilot.id() + ":" + what;
  }

  private static Map<String, String> with(Pilot pilot, Body body, Map<String, String> more) {
    Map<String, String> parameters = new HashMap<>(more);
    parameters.put("title", pilot.title());
    parameters.put("bodyAcronym", body.acronym());
    parameters.put("bodyName", body.name());
    return parameters;
  }

  private static String path(Pilot pilot) {
    return "/pilots/" + pilot.id();
  }
}
