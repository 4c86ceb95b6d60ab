package br.gov.sp.prefeitura.redeinfo.network.domain;

import br.gov.sp.prefeitura.redeinfo.identity.Accounts;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Appointments.NewAppointment;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Bond;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.network.Persons.PersonDetails;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets the first person into an empty installation: whoever operates it names an e-mail address,
 * and the link to choose a password goes there like everybody else's. The person administers and
 * coordinates, and appoints the others. Does nothing as soon as somebody administers.
 */
@Component
@Profile("production")
class FirstAdministrator {

  private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

  private final FirstAdministratorProperties properties;
  private final Persons persons;
  private final Bodies bodies;
  private final Appointments appointments;
  private final Accounts accounts;
  private final Clock clock;

  FirstAdministrator(
      FirstAdministratorProperties properties,
      Persons persons,
      Bodies bodies,
      Appointments appointments,
      Accounts accounts,
      Clock clock) {
    this.properties = properties;
    this.persons = persons;
    this.bodies = bodies;
    this.appointments = appointments;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** Safe to repeat; a new link is sent at the next start when the last one has expired unused. */
  @EventListener(ApplicationReadyEvent.class)
  @Transactional
  void invite() {
    LocalDate today = SaoPaulo.today(clock);
    Set<Long> administrators = appointments.holders(null, Function.ADMINISTRATOR, today);
    if (properties.email().isBlank()) {
      if (administrators.isEmpty()) {
        log.warn("Nobody administers this installation: set REDE_INFO_ADMIN_EMAIL and start again");
      }
      return;
    }
    if (!administrators.isEmpty()) {
      persons
          .findByEmail(properties.email())
          .filter(person -> administrators.contains(person.id()))
          .ifPresent(person -> accounts.invite(person.id(), person.username()));
      return;
    }
    Body body =
        bodies
            .findBySlug(properties.body())
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "REDE_INFO_ADMIN_BODY names no body: " + properties.body()));
    Person person = persons.findByEmail(properties.email()).orElseGet(() -> register(body));
    for (Function function : new Function[] {Function.ADMINISTRATOR, Function.COORDINATION}) {
      appointments.appoint(
          new NewAppointment(person.id(), null, function, null, null, today, null, null));
    }
    accounts.invite(person.id(), person.username());
    log.info("The first administrator was invited by mail");
  }

  private Person register(Body body) {
    if (!body.hasAddress(properties.email())) {
      throw new IllegalStateException(
          "REDE_INFO_ADMIN_EMAIL has to be of a domain of the body that REDE_INFO_ADMIN_BODY names: "
              + String.join(", ", body.mailDomains()));
    }
    return persons.register(
        new PersonDetails(
            properties.name(), properties.email(), Bond.EFETIVO, body.id(), null, null));
  }
}
