package br.gov.sp.prefeitura.redeinfo.intake.domain;

import br.gov.sp.prefeitura.redeinfo.identity.Accounts;
import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.AppointmentRules;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Appointments.NewAppointment;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.network.Persons.BodyIdentifier;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Lists of appointments. A line with a reason ends the appointment it means, any other line says
 * that there is one; it is known by person, body, function, seat and first day. Ends come first, so
 * that one list can hand a seat on.
 */
@Component
class AppointmentPlanner implements ListPlanner {

  private static final Map<String, Column> COLUMNS =
      Map.of(
          "body", Column.BODY,
          "seat", Column.SEAT,
          "from", Column.FROM,
          "to", Column.TO,
          "act", Column.ACT);

  private final Appointments appointments;
  private final Persons persons;
  private final Bodies bodies;
  private final Accounts accounts;
  private final Vocabulary vocabulary;
  private final Clock clock;

  AppointmentPlanner(
      Appointments appointments,
      Persons persons,
      Bodies bodies,
      Accounts accounts,
      Vocabulary vocabulary,
      Clock clock) {
    this.appointments = appointments;
    this.persons = persons;
    this.bodies = bodies;
    this.accounts = accounts;
    this.vocabulary = vocabulary;
    this.clock = clock;
  }

  @Override
  public ListKind kind() {
    return ListKind.APPOINTMENTS;
  }

  @Override
  public ImportPlan plan(UploadedList list) {
    KnownBodies known = new KnownBodies(bodies);
    List<ListedAppointment> listed = ListedAppointment.all(list, known, vocabulary);
    findPersons(listed);
    listed.forEach(AppointmentPlanner::judgeByItself);
    Map<LineDraft, List<Object>> keys = new HashMap<>();
    listed.forEach(one -> keys.put(one.line, one.key()));
    ListPlanner.refuseRepeated(
        listed.stream().map(one -> one.line).toList(), Column.FROM, keys::get);

    Standing standing = standing(listed);
    LocalDate today = SaoPaulo.today(clock);
    Map<Appointment, ListedAppointment> ended = new LinkedHashMap<>();
    listed.stream()
        .filter(one -> one.ends() && one.line.isSound())
        .forEach(one -> EndOfAppointment.judge(one, standing, today, ended));
    List<NewAppointment> added = new ArrayList<>();
    listed.stream()
        .filter(one -> !one.ends() && one.line.isSound())
        .forEach(one -> judgeStart(one, standing, added));
    return new ImportPlan(
        listed.stream().map(one -> one.line.planned()).toList(), () -> write(ended, added, listed));
  }

  private void findPersons(List<ListedAppointment> listed) {
    Map<String, Person> byEmail =
        persons.byEmails(
            listed.stream().map(one -> one.email).filter(Objects::nonNull).distinct().toList());
    Map<BodyIdentifier, Person> byIdentifier =
        persons.byIdentifiers(
            listed.stream()
                .filter(one -> one.email == null)
                .map(ListedAppointment::identifier)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    for (ListedAppointment one : listed) {
      one.person =
          one.email != null
              ? byEmail.get(one.email)
              : one.identifier() == null ? null : byIdentifier.get(one.identifier());
      String typed = one.email != null ? one.email : one.line.text(Column.IDENTIFIER);
      one.line.title(
          one.person == null ? typed : one.person.name(),
          one.body == null ? null : one.body.acronym());
    }
  }

  private static void judgeByItself(ListedAppointment one) {
    LineDraft line = one.line;
    if (one.email == null && line.text(Column.IDENTIFIER) == null) {
      line.problem(Column.EMAIL, "intake.cell-missing");
    } else if (one.person == null) {
      line.problem(
          one.email != null ? Column.EMAIL : Column.IDENTIFIER,
          one.email == null && line.text(Column.BODY) == null
              ? "intake.number-needs-body"
              : "intake.no-such-person");
    } else if (one.email != null
        && line.text(Column.IDENTIFIER) != null
        && !line.text(Column.IDENTIFIER).equalsIgnoreCase(one.person.identifier())) {
      line.problem(Column.IDENTIFIER, "intake.number-of-another");
    }
    if (line.text(Column.FUNCTION) == null) {
      line.problem(Column.FUNCTION, "intake.cell-missing");
    } else if (one.function != null && PowerFunctions.contains(one.function)) {
      line.problem(Column.FUNCTION, "intake.function-of-power");
    }
    line.problems(AppointmentRules.checkAct(one.act()), COLUMNS);
  }

  private Standing standing(List<ListedAppointment> listed) {
    List<Appointment> ofPersons =
        appointments.ofPersons(
            listed.stream()
                .map(one -> one.person)
                .filter(Objects::nonNull)
                .map(Person::id)
                .distinct()
                .toList());
    List<Appointment> ofSeats =
        appointments.focalPointsOf(
            listed.stream()
                .map(one -> one.body)
                .filter(Objects::nonNull)
                .map(Body::id)
                .distinct()
                .toList());
    return new Standing(
        ofPersons.stream().collect(Collectors.groupingBy(Appointment::personId)),
        new Occupancy(Stream.concat(ofPersons.stream(), ofSeats.stream()).toList()));
  }

  private static void judgeStart(
      ListedAppointment one, Standing standing, List<NewAppointment> added) {
    LineDraft line = one.line;
    NewAppointment planned = one.planned();
    line.problems(AppointmentRules.check(planned, one.bodyOfFunction()), COLUMNS);
    if (!line.isSound()) {
      return;
    }
    Appointment same =
        standing.of(one).stream()
            .filter(one::means)
            .filter(known -> known.track() == one.track && known.seat() == one.seat)
            .filter(known -> known.to() == null || !known.to().isBefore(known.from()))
            .findFirst()
            .orElse(null);
    if (same != null) {
      compare(one, same);
      return;
    }
    standing.occupancy().conflict(planned).ifPresent(code -> line.problem(null, code));
    if (line.isSound()) {
      standing.occupancy().add(planned);
      added.add(planned);
      line.isNew();
      line.change(Column.BODY, null, one.body == null ? null : one.body.acronym());
      line.change(Column.FUNCTION, null, one.function);
      line.change(Column.TRACK, null, one.track);
      line.change(Column.SEAT, null, one.seat);
      line.change(Column.FROM, null, one.from);
      line.change(Column.TO, null, one.to);
      line.change(Column.ACT, null, one.act());
    }
  }

  /** What stands is not rewritten by a list: an end needs its reason, an act its page. */
  private static void compare(ListedAppointment one, Appointment same) {
    if (one.to != null && !one.to.equals(same.to())) {
      one.line.problem(Column.TO, "intake.end-needs-reason");
    }
    if (one.act() != null && !one.act().equals(same.act())) {
      one.line.problem(Column.ACT, "intake.act-stays");
    }
  }

  private void write(
      Map<Appointment, ListedAppointment> ended,
      List<NewAppointment> added,
      List<ListedAppointment> listed) {
    ended.forEach((known, one) -> appointments.end(known.id(), one.to, one.reason, one.act()));
    appointments.appointAll(added);
    LocalDate today = SaoPaulo.today(clock);
    Map<Long, Person> people = new LinkedHashMap<>();
    listed.stream()
        .filter(one -> one.person != null)
        .forEach(one -> people.put(one.person.id(), one.person));
    // As on the pages; but nobody is invited for what is over already.
    added.stream()
        .filter(one -> one.to() == null || !one.to().isBefore(today))
        .map(NewAppointment::personId)
        .distinct()
        .forEach(id -> accounts.invite(id, people.get(id).username()));
  }

  /**
   * What stands before the list.
   *
   * @param byPerson the listed persons' appointments
   */
  record Standing(Map<Long, List<Appointment>> byPerson, Occupancy occupancy) {

    List<Appointment> of(ListedAppointment one) {
      return byPerson.getOrDefault(one.person.id(), List.of());
    }
  }
}
