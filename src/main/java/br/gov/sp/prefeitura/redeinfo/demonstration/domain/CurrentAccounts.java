package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import br.gov.sp.prefeitura.redeinfo.identity.Accounts;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Appointments.NewAppointment;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Bond;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.network.Seat;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The people of today: everybody who can sign in, with what they are appointed to. Members 1 and 2
 * of a body are volunteers, whom the round for open government is about; members 3 and 4 hold, or
 * held, the seats for access to information; member 5 is whom SVMA proposes for one of them.
 */
@Component
@ConditionalOnDemonstration
class CurrentAccounts {

  /** First days, all after the bodies of today were made. */
  static final LocalDate TOOK_OFFICE = LocalDate.of(2025, 1, 2);

  static final LocalDate SEATED = LocalDate.of(2025, 3, 10);

  private static final int HOLDS_TITULAR = 3;
  private static final int HOLDS_SUPLENTE = 4;

  /** Number of the member whom SVMA proposes for the vacancy. */
  static final int PROPOSED = 5;

  static final String COORDINATING_BODY = "cgm";
  private static final String ACT = "Ato fictício %s/2025";

  private static final Set<String> WITH_INTERIM_HEAD =
      Set.of("cgm", "sme", "sms", "sub-la", "sub-se");

  /** Where the people of the whole network work. */
  private static final Map<String, String> MEMBERS_OF_CIGA =
      Map.of(
          "ciga.1", "cgm", "ciga.2", "sgm", "ciga.3", "smit", "ciga.4", "smdhc", "ciga.5", "seges");

  private final Cast cast;
  private final Persons persons;
  private final Appointments appointments;
  private final Accounts accounts;

  CurrentAccounts(Cast cast, Persons persons, Appointments appointments, Accounts accounts) {
    this.cast = cast;
    this.persons = persons;
    this.appointments = appointments;
    this.accounts = accounts;
  }

  /**
   * The people of the whole network.
   *
   * @param home where they work if their own body is none of these
   */
  void ofNetwork(Map<String, Body> bodies, Body home, String passwordHash) {
    network("admin", home, Function.ADMINISTRATOR, "Tecnologia", passwordHash);
    network("coordenacao", home, Function.COORDINATION, "Coordenação da rede", passwordHash);
    network("auditoria", home, Function.AUDITOR, "Auditoria", passwordHash);
    network("emasp", bodies.getOrDefault("seges", home), Function.EMASP, "EMASP", passwordHash);
    MEMBERS_OF_CIGA.forEach(
        (username, slug) ->
            network(
                username, bodies.getOrDefault(slug, home), Function.CIGA, "CIGA", passwordHash));
  }

  /** The people of one body. */
  void ofBody(Body body, CurrentSeats seats, String passwordHash) {
    String slug = body.slug();
    appoint(
        account(head(slug), body, Bond.COMISSIONADO, "Gabinete", passwordHash),
        body,
        Function.HEAD);
    appoint(
        account(slug + ".gabinete", body, Bond.EFETIVO_COMISSIONADO, "Gabinete", passwordHash),
        body,
        Function.OFFICE);
    if (WITH_INTERIM_HEAD.contains(slug)) {
      appoint(
          account(slug + ".interino", body, Bond.EFETIVO_COMISSIONADO, "Gabinete", passwordHash),
          body,
          Function.INTERIM_HEAD);
    }
    volunteer(body, 1, passwordHash);
    volunteer(body, 2, passwordHash);
    Person third = member(body, HOLDS_TITULAR, passwordHash);
    if (!seats.hadTitular()) {
      appoint(third, body, Function.VOLUNTEER);
    }
    Person fourth = member(body, HOLDS_SUPLENTE, passwordHash);
    if (!seats.hadSuplente()) {
      appoint(fourth, body, Function.VOLUNTEER);
    }
    if (seats.titularLeft()) {
      volunteer(body, PROPOSED, passwordHash);
    }
  }

  /** The seats for access to information; free again once the mandates of 2017 have ended. */
  void seats(Body body, CurrentSeats seats) {
    if (seats.hadTitular()) {
      seat(body, HOLDS_TITULAR, Seat.TITULAR);
    }
    if (seats.hadSuplente()) {
      seat(body, HOLDS_SUPLENTE, Seat.SUPLENTE);
    }
  }

  static String head(String slug) {
    return slug + ".chefia";
  }

  static String member(String slug, int number) {
    return slug + ".membro" + number;
  }

  /** The first of each pair has a permanent bond. */
  static Bond bondOfMember(Body body, int number) {
    return number % 2 == 1 ? Cast.permanentBond(body) : Cast.freeBond(body);
  }

  private void volunteer(Body body, int number, String passwordHash) {
    appoint(member(body, number, passwordHash), body, Function.VOLUNTEER);
  }

  private Person member(Body body, int number, String passwordHash) {
    return account(
        member(body.slug(), number),
        body,
        bondOfMember(body, number),
        unitOfMember(number),
        passwordHash);
  }

  static String unitOfMember(int number) {
    return number < 3 ? "Planejamento" : "Atendimento ao cidadão";
  }

  private void network(
      String username, Body body, Function function, String unit, String passwordHash) {
    Person person = account(username, body, Bond.EFETIVO_COMISSIONADO, unit, passwordHash);
    appointments.appoint(
        new NewAppointment(
            person.id(), null, function, null, null, TOOK_OFFICE, null, act(username)));
  }

  private void appoint(Person person, Body body, Function function) {
    appointments.appoint(
        new NewAppointment(
            person.id(),
            body.id(),
            function,
            null,
            null,
            TOOK_OFFICE,
            null,
            function == Function.VOLUNTEER ? null : act(person.username())));
  }

  private void seat(Body body, int number, Seat seat) {
    Person person = persons.findByUsername(member(body.slug(), number)).orElseThrow();
    appointments.appoint(
        new NewAppointment(
            person.id(),
            body.id(),
            Function.FOCAL_POINT,
            Track.ACCESS_TO_INFORMATION,
            seat,
            SEATED,
            null,
            act(person.username())));
  }

  private Person account(String username, Body body, Bond bond, String unit, String passwordHash) {
    Person person = cast.register(username, body, bond, unit);
    accounts.openForDemonstration(person.id(), username, passwordHash);
    return person;
  }

  private static String act(String username) {
    return ACT.formatted(InventedNames.registration(username).substring(3));
  }
}
