package br.gov.sp.prefeitura.redeinfo.confirmation.web;

import br.gov.sp.prefeitura.redeinfo.confirmation.ConfirmationRounds;
import br.gov.sp.prefeitura.redeinfo.confirmation.domain.Confirmation;
import br.gov.sp.prefeitura.redeinfo.confirmation.domain.ConfirmationCalendar;
import br.gov.sp.prefeitura.redeinfo.confirmation.domain.ConfirmationQueries;
import br.gov.sp.prefeitura.redeinfo.confirmation.domain.ConfirmationQueries.Filter;
import br.gov.sp.prefeitura.redeinfo.confirmation.domain.ConfirmationQueries.Place;
import br.gov.sp.prefeitura.redeinfo.confirmation.domain.ConfirmationQueries.Round;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.shared.web.Csv;
import br.gov.sp.prefeitura.redeinfo.shared.web.Dates;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Which bodies have confirmed their focal points, for the coordination and auditors. */
@Controller
class ConfirmationController {

  private static final int PER_PAGE = 40;
  private static final int PER_PART = 500;
  private static final String PATH = "/confirmations";

  private final ConfirmationQueries confirmations;
  private final ConfirmationRounds rounds;
  private final ConfirmationCalendar calendar;
  private final CurrentPerson currentPerson;
  private final Bodies bodies;
  private final Persons persons;
  private final ConfirmationWords words;
  private final Dates dates;
  private final Clock clock;

  ConfirmationController(
      ConfirmationQueries confirmations,
      ConfirmationRounds rounds,
      ConfirmationCalendar calendar,
      CurrentPerson currentPerson,
      Bodies bodies,
      Persons persons,
      ConfirmationWords words,
      Dates dates,
      Clock clock) {
    this.confirmations = confirmations;
    this.rounds = rounds;
    this.calendar = calendar;
    this.currentPerson = currentPerson;
    this.bodies = bodies;
    this.persons = persons;
    this.words = words;
    this.dates = dates;
    this.clock = clock;
  }

  @GetMapping(PATH)
  String list(
      @RequestParam(required = false) Long round,
      @RequestParam(required = false) Filter state,
      @RequestParam(required = false) String after,
      Model model) {
    SignedIn person = requireReader();
    List<Round> all = confirmations.rounds();
    Optional<Round> chosen = chosen(all, round);
    LocalDate month = SaoPaulo.today(clock).withDayOfMonth(1);
    model.addAttribute("rounds", all);
    model.addAttribute("round", chosen.orElse(null));
    model.addAttribute("filters", Filter.values());
    model.addAttribute("state", state);
    model.addAttribute("month", month);
    model.addAttribute(
        "begins",
        person.isCoordination() && all.stream().noneMatch(one -> one.month().equals(month)));
    chosen.ifPresent(found -> show(found, state, Place.parse(after), model));
    return "confirmation/list";
  }

  private void show(Round round, Filter state, Place after, Model model) {
    List<Confirmation> found = confirmations.ofRound(round.id(), state, after, PER_PAGE + 1);
    List<Confirmation> page = found.subList(0, Math.min(PER_PAGE, found.size()));
    model.addAttribute("figures", confirmations.figures(round.id()));
    model.addAttribute("confirmations", page);
    model.addAttribute("now", clock.instant());
    model.addAttribute("bodies", bodies.byId(page.stream().map(Confirmation::bodyId).toList()));
    model.addAttribute("people", people(page));
    model.addAttribute("csv", address(PATH + ".csv", round, state, null));
    model.addAttribute(
        "first", after.equals(Place.FIRST) ? null : address(PATH, round, state, null));
    model.addAttribute(
        "next",
        found.size() > PER_PAGE
            ? address(PATH, round, state, Place.of(page.get(PER_PAGE - 1)))
            : null);
  }

  @GetMapping(PATH + ".csv")
  ResponseEntity<byte[]> csv(
      @RequestParam(required = false) Long round, @RequestParam(required = false) Filter state) {
    requireReader();
    Round chosen =
        chosen(confirmations.rounds(), round)
            .orElseThrow(() -> Refusal.notFound("confirmation.no-round"));
    Csv csv = new Csv();
    csv.row(words.columns());
    Place after = Place.FIRST;
    List<Confirmation> part;
    do {
      part = confirmations.ofRound(chosen.id(), state, after, PER_PART);
      Map<Long, Body> named = bodies.byId(part.stream().map(Confirmation::bodyId).toList());
      Map<Long, Person> people = people(part);
      for (Confirmation one : part) {
        csv.row(
            one.acronym(),
            named.get(one.bodyId()).name(),
            words.state(one),
            dates.day(one.dueAt()),
            dates.day(one.answeredAt()),
            one.answeredBy() == null ? null : people.get(one.answeredBy()).name(),
            words.seats(one));
        after = Place.of(one);
      }
    } while (part.size() == PER_PART);
    return csv.download("confirmacoes-" + chosen.month().toString().substring(0, 7) + ".csv");
  }

  @PostMapping(PATH)
  String begin(RedirectAttributes redirect) {
    SignedIn person = currentPerson.require();
    if (!person.isCoordination()) {
      throw Refusal.forbidden("confirmation.coordination-only");
    }
    rounds
        .begin(SaoPaulo.today(clock), person.personId())
        .orElseThrow(() -> Refusal.conflict("confirmation.round-exists"));
    calendar.startInBackground();
    redirect.addFlashAttribute("done", words.text("confirmation.begun"));
    return "redirect:" + PATH;
  }

  private SignedIn requireReader() {
    SignedIn person = currentPerson.require();
    if (!person.isCoordination() && !person.isAuditor()) {
      throw Refusal.forbidden("confirmation.coordination-only");
    }
    return person;
  }

  /** The newest one if none is named. */
  private static Optional<Round> chosen(List<Round> all, Long id) {
    Optional<Round> chosen =
        all.stream().filter(round -> id == null || round.id() == id).findFirst();
    if (id != null && chosen.isEmpty()) {
      throw Refusal.notFound("confirmation.no-round");
    }
    return chosen;
  }

  private Map<Long, Person> people(List<Confirmation> page) {
    return persons.byId(
        page.stream().map(Confirmation::answeredBy).filter(Objects::nonNull).distinct().toList());
  }

  private static String address(String path, Round round, Filter state, Place after) {
    return UriComponentsBuilder.fromPath(path)
        .queryParam("round", round.id())
        .queryParamIfPresent("state", Optional.ofNullable(state))
        .queryParamIfPresent("after", Optional.ofNullable(after))
        .encode()
        .toUriString();
  }
}
