package br.gov.sp.prefeitura.redeinfo.meeting.web;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceStatus;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.meeting.MeetingState;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.FollowUpQueries;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.InitiativeQueries;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Meeting;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingAccess;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingTexts;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Minutes.Draft;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Minutes.Remark;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Minutes.Version;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MinutesContent;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MinutesDesk;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MinutesFacts;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.PublicMinutes;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.shared.web.RefusalTexts;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A meeting's minutes as the network sees them: written, read with remarks, approved. */
@Controller
@RequestMapping("/meetings/{id:[0-9]+}/minutes")
class MinutesController {

  private final MinutesDesk desk;
  private final MinutesFacts facts;
  private final MinutesParts parts;
  private final MeetingAccess access;
  private final MeetingTexts texts;
  private final FollowUpQueries followUps;
  private final InitiativeQueries initiatives;
  private final CurrentPerson currentPerson;
  private final Persons persons;
  private final Bodies bodies;
  private final RefusalTexts refusals;
  private final Clock clock;

  MinutesController(
      MinutesDesk desk,
      MinutesFacts facts,
      MinutesParts parts,
      MeetingAccess access,
      MeetingTexts texts,
      FollowUpQueries followUps,
      InitiativeQueries initiatives,
      CurrentPerson currentPerson,
      Persons persons,
      Bodies bodies,
      RefusalTexts refusals,
      Clock clock) {
    this.desk = desk;
    this.facts = facts;
    this.parts = parts;
    this.access = access;
    this.texts = texts;
    this.followUps = followUps;
    this.initiatives = initiatives;
    this.currentPerson = currentPerson;
    this.persons = persons;
    this.bodies = bodies;
    this.refusals = refusals;
    this.clock = clock;
  }

  @InitBinder("form")
  void limit(WebDataBinder binder) {
    binder.setAutoGrowCollectionLimit(MinutesForm.MOST_ROWS);
  }

  @GetMapping
  String minutes(@PathVariable long id, Model model) {
    SignedIn person = currentPerson.require();
    Meeting meeting = access.require(id, person);
    if (meeting.state() == MeetingState.HELD && MeetingAccess.writes(person)) {
      model.addAttribute("form", MinutesForm.of(desk.draft(meeting)));
      return edit(meeting, model);
    }
    return read(meeting, person, model);
  }

  /** How the minutes looked at each circulation, and what changed from the one before. */
  @GetMapping("/versions/{number:[0-9]+}")
  String version(@PathVariable long id, @PathVariable int number, Model model) {
    SignedIn person = currentPerson.require();
    Meeting meeting = access.require(id, person);
    List<Version> versions = desk.versions(id);
    Version version = of(versions, number);
    model.addAttribute("meeting", meeting);
    model.addAttribute("version", version);
    model.addAttribute("versions", versions);
    model.addAttribute("people", people(List.of(version), List.of()));
    model.addAttribute(
        "changes",
        number == 1
            ? List.of()
            : parts.changes(
                parts.of(of(versions, number - 1).content()), parts.of(version.content())));
    return "minutes/version";
  }

  @PostMapping
  String write(
      @PathVariable long id,
      @RequestParam(defaultValue = "SAVE") Then action,
      @ModelAttribute("form") MinutesForm form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    SignedIn person = currentPerson.require();
    Meeting meeting = access.require(id, person);
    MeetingAccess.requireWriter(person);
    HttpStatus status = HttpStatus.BAD_REQUEST;
    if (!binding.hasErrors()) {
      try {
        if (action == Then.CIRCULATE) {
          desk.circulate(id, form.getRevision(), form.typed(), person);
        } else {
          desk.save(id, form.getRevision(), form.typed(), person);
        }
        redirect.addFlashAttribute("done", texts.text("minutes.done." + action));
        return "redirect:/meetings/" + id + "/minutes";
      } catch (Refusal refusal) {
        if (refusal.kind() == Refusal.Kind.CONFLICT && meeting.state() == MeetingState.HELD) {
          bringTogether(meeting, form, model);
        }
        status = refusals.bind(refusal, binding);
      }
    }
    response.setStatus(status.value());
    form.withSpareRows();
    return edit(meeting, model);
  }

  /** What to do with what was typed. */
  enum Then {
    SAVE,
    CIRCULATE
  }

  /**
   * Somebody else has saved since: nothing is lost. What was typed stays in the fields, beside it
   * stands what differs from what is kept; saving again keeps what the fields say.
   */
  private void bringTogether(Meeting meeting, MinutesForm form, Model model) {
    Draft kept = desk.draft(meeting);
    form.setRevision(kept.revision());
    model.addAttribute("kept", kept);
    model.addAttribute("keptBy", kept.savedBy() == null ? "" : persons.get(kept.savedBy()).name());
    model.addAttribute("changes", parts.changes(parts.of(kept.typed()), parts.of(form.typed())));
  }

  private String edit(Meeting meeting, Model model) {
    model.addAttribute("meeting", meeting);
    model.addAttribute("allBodies", bodies.existingOn(SaoPaulo.today(clock)));
    model.addAttribute("initiatives", initiatives.open());
    List<Version> versions = desk.versions(meeting.id());
    List<Remark> remarks = desk.remarks(meeting.id());
    model.addAttribute("versions", versions);
    model.addAttribute("remarks", remarks);
    model.addAttribute("people", people(versions, remarks));
    model.addAttribute("writes", true);
    return "minutes/edit";
  }

  private String read(Meeting meeting, SignedIn person, Model model) {
    List<Version> versions = desk.versions(meeting.id());
    List<Remark> remarks = desk.remarks(meeting.id());
    Version latest = versions.isEmpty() ? null : versions.get(versions.size() - 1);
    // What has come back is being changed: before it circulates again nobody else reads it.
    boolean shown = latest != null && meeting.state() != MeetingState.HELD;
    model.addAttribute("meeting", meeting);
    model.addAttribute("latest", shown ? latest : null);
    model.addAttribute("versions", versions);
    model.addAttribute("remarks", remarks);
    model.addAttribute("people", people(versions, remarks));
    model.addAttribute("writes", MeetingAccess.writes(person));
    if (shown) {
      PublicMinutes minutes = PublicMinutes.of(latest.content());
      model.addAttribute("minutes", minutes);
      model.addAttribute("bodies", bodiesOf(minutes));
      model.addAttribute("attendance", names(meeting));
      model.addAttribute(
          "remarking",
          latest.takesRemarks(clock.instant())
              && meeting.state() == MeetingState.MINUTES_CIRCULATED
              && MeetingAccess.proposes(person));
      model.addAttribute(
          "closing",
          latest.takesRemarks(clock.instant())
              && meeting.state() == MeetingState.MINUTES_CIRCULATED
              && MeetingAccess.writes(person));
      model.addAttribute("followUps", followUps.ofMeeting(meeting.id()));
    }
    return "minutes/read";
  }

  private Map<Long, Body> bodiesOf(PublicMinutes minutes) {
    return bodies.byId(
        Stream.concat(
                minutes.attendance().bodies().stream().map(MinutesContent.OfBody::bodyId),
                minutes.followUps().stream().map(PublicMinutes.Line::bodyId))
            .distinct()
            .toList());
  }

  /** Who was there and who was not: for those of the network alone. */
  private Map<String, List<Person>> names(Meeting meeting) {
    Map<String, List<Person>> names = new LinkedHashMap<>();
    Stream.of(AttendanceStatus.PRESENT, AttendanceStatus.ABSENT, AttendanceStatus.JUSTIFIED)
        .forEach(status -> names.put(status.name(), facts.people(meeting, status)));
    return names;
  }

  private Map<Long, Person> people(List<Version> versions, List<Remark> remarks) {
    return persons.byId(
        Stream.concat(
                versions.stream().flatMap(one -> Stream.of(one.writtenBy(), one.decidedBy())),
                remarks.stream().flatMap(one -> Stream.of(one.madeBy(), one.answeredBy())))
            .filter(Objects::nonNull)
            .collect(Collectors.toSet()));
  }

  private static Version of(List<Version> versions, int number) {
    return versions.stream()
        .filter(version -> version.number() == number && version.remarksUntil() != null)
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("minutes.no-version"));
  }
}
