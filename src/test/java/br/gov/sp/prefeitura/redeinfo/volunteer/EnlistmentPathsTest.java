package br.gov.sp.prefeitura.redeinfo.volunteer;

import static br.gov.sp.prefeitura.redeinfo.support.Enlistments.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Appointments.NewAppointment;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.network.Persons.PersonDetails;
import br.gov.sp.prefeitura.redeinfo.network.Seat;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.notification.Notices;
import br.gov.sp.prefeitura.redeinfo.notification.Notices.RecentNotice;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.statute.Statutes;
import br.gov.sp.prefeitura.redeinfo.support.Enlistments;
import br.gov.sp.prefeitura.redeinfo.support.EveryPathTest;
import br.gov.sp.prefeitura.redeinfo.support.StatuteLife;
import br.gov.sp.prefeitura.redeinfo.support.TestBodies;
import br.gov.sp.prefeitura.redeinfo.support.TestMailbox;
import br.gov.sp.prefeitura.redeinfo.support.TestMailbox.Mail;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.TrainingLife;
import br.gov.sp.prefeitura.redeinfo.volunteer.VolunteerEvents.VolunteerAdmitted;
import br.gov.sp.prefeitura.redeinfo.volunteer.domain.Enlistment;
import br.gov.sp.prefeitura.redeinfo.volunteer.domain.Enlistment.State;
import br.gov.sp.prefeitura.redeinfo.volunteer.domain.EnlistmentDecisions;
import br.gov.sp.prefeitura.redeinfo.volunteer.domain.EnlistmentService;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** Walks every path of the model. */
@EveryPathTest
@RecordApplicationEvents
@DisplayName("An enlistment")
public class EnlistmentPathsTest {

  @Autowired Enlistments enlistments;
  @Autowired EnlistmentService service;
  @Autowired EnlistmentDecisions decisions;
  @Autowired StatuteLife statuteLife;
  @Autowired Statutes statutes;
  @Autowired TrainingLife life;
  @Autowired TestBodies bodies;
  @Autowired TestPeople people;
  @Autowired TestMailbox mailbox;
  @Autowired Persons persons;
  @Autowired Appointments appointments;
  @Autowired EngineDirectory directory;
  @Autowired Notices notices;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;
  @Autowired ApplicationEvents events;

  private Body body;
  private Person office;
  private Person head;
  private Person coordinator;

  @BeforeEach
  void people() {
    body = bodies.make();
    office = people.withFunction(Function.OFFICE, body.slug());
    head = people.withFunction(Function.HEAD, body.slug());
    coordinator = people.withFunction(Function.COORDINATION, "seri");
  }

  @Test
  @DisplayName(
      "that is admitted makes a volunteer with access, who has accepted the statute they read")
  void admitted() {
    statuteLife.publish();
    Applicant applicant = enlistments.applicant(body);
    long id = enlistments.enlist(applicant);
    assertThat(subjects(head)).anyMatch(subject -> subject.contains("pede para participar"));
    assertThat(subjects(office)).anyMatch(subject -> subject.contains("pede para participar"));
    assertThat(enlistments.task(id).candidateGroups()).containsExactly(Groups.COORDINATION);
    life.fire(KEY, id, "boundaryEvent_DecisionReminder");
    life.fire(KEY, id, "boundaryEvent_DecisionOverdue");
    assertThat(subjects(coordinator))
        .anyMatch(subject -> subject.startsWith("Falta decidir"))
        .anyMatch(subject -> subject.startsWith("Prazo vencido"));

    enlistments.admit(id, coordinator);

    Person volunteer = persons.findByEmail(applicant.email()).orElseThrow();
    assertThat(enlistments.get(id))
        .returns(State.ADMITTED, Enlistment::state)
        .returns(volunteer.id(), Enlistment::personId)
        .returns(coordinator.id(), Enlistment::decidedBy);
    assertThat(directory.groupsOf(volunteer.username()))
        .containsExactly(Groups.members(body.slug()));
    assertThat(people.passwordLinks(volunteer)).hasSize(1);
    assertThat(statutes.accepted(List.of(volunteer.id()))).containsExactly(volunteer.id());
    assertThat(subjects(volunteer)).anyMatch(subject -> subject.startsWith("Boas-vindas"));
    assertThat(events.stream(VolunteerAdmitted.class))
        .anyMatch(event -> event.personId() == volunteer.id() && event.bodyId() == body.id());
    assertThat(life.instance(KEY, id)).isNull();
    assertThat(recorded(id))
        .containsExactly("enlistment.confirmed", "enlistment.admitted", "enlistment.registered");

    decisions.register(id);
    assertThat(functions(volunteer)).containsExactly(Function.VOLUNTEER);
    assertThat(people.passwordLinks(volunteer)).hasSize(1);
  }

  @Test
  @DisplayName("that is declined ends with a letter that says why, and nobody is registered")
  void declined() {
    Applicant applicant = enlistments.applicant(body);
    long id = enlistments.enlist(applicant);

    assertThatThrownBy(() -> enlistments.answer(id, coordinator, Map.of("decision", "decline")))
        .isInstanceOf(Refusal.class);
    enlistments.decline(id, coordinator, "O vínculo\ntermina em breve.");

    assertThat(enlistments.get(id))
        .returns(State.DECLINED, Enlistment::state)
        .returns("O vínculo\ntermina em breve.", Enlistment::reason);
    assertThat(persons.findByEmail(applicant.email())).isEmpty();
    assertThat(mailbox.to(applicant.email()))
        .filteredOn(mail -> mail.subject().contains("não foi aceito"))
        .singleElement()
        .satisfies(mail -> assertThat(mail.text()).contains("Motivo: O vínculo"));
    assertThat(life.instance(KEY, id)).isNull();

    long again = enlistments.enlist(applicant);
    assertThat(again).isNotEqualTo(id);
  }

  @Test
  @DisplayName("is withdrawn by the link in the applicant's mail, once and before the decision")
  void withdrawn() {
    Applicant applicant = enlistments.applicant(body);
    long id = enlistments.enlist(applicant);
    Mail mail = mailbox.to(applicant.email()).get(0);
    String secret = Enlistments.secret(mail.text());

    service.withdraw(secret);
    enlistments.runJobs();

    assertThat(enlistments.get(id).state()).isEqualTo(State.WITHDRAWN);
    assertThat(life.instance(KEY, id)).isNull();
    assertThat(subjects(coordinator)).contains("Pedido de participação retirado");
    assertThatThrownBy(() -> service.withdraw(secret)).hasMessage("volunteer.withdrawal-invalid");
  }

  @Test
  @DisplayName("of somebody who has got a seat meanwhile ends: they are a member already")
  void alreadyMember() {
    Applicant applicant = enlistments.applicant(body);
    long id = enlistments.enlist(applicant);
    enlistments.answer(id, coordinator, Map.of("decision", "admit"));
    Person person = register(applicant);
    seat(person, today());

    enlistments.runJobs();

    assertThat(enlistments.get(id))
        .returns(State.ALREADY_MEMBER, Enlistment::state)
        .returns(person.id(), Enlistment::personId);
    assertThat(functions(person)).containsExactly(Function.FOCAL_POINT);
    assertThat(life.instance(KEY, id)).isNull();
    assertThatThrownBy(() -> enlistments.enlist(applicant)).hasMessage("volunteer.member-already");
  }

  @Test
  @DisplayName("of a former member brings the same person back; a second one of them has to wait")
  void formerMember() {
    Applicant applicant = enlistments.applicant(body);
    Person before = register(applicant);
    long id = enlistments.enlist(applicant);
    assertThatThrownBy(() -> enlistments.enlist(applicant)).hasMessage("volunteer.waiting-already");

    enlistments.admit(id, coordinator);

    assertThat(enlistments.get(id).personId()).isEqualTo(before.id());
    assertThat(functions(before)).containsExactly(Function.VOLUNTEER);
  }

  @Test
  @DisplayName("under a statute that changed before the decision leaves the new one to be accepted")
  void statuteChanged() {
    statuteLife.publish();
    Applicant applicant = enlistments.applicant(body);
    long id = enlistments.enlist(applicant);
    statuteLife.publish();
    assertThatThrownBy(
            () ->
                enlistments.enlist(
                    new Applicant(
                        enlistments.address(body),
                        body.id(),
                        applicant.name(),
                        applicant.bond(),
                        applicant.unit(),
                        applicant.interest(),
                        applicant.motivation(),
                        applicant.statuteVersion())))
        .hasMessage("volunteer.statute-changed");

    enlistments.admit(id, coordinator);

    assertThat(statutes.accepted(List.of(enlistments.get(id).personId()))).isEmpty();
  }

  @Test
  @DisplayName("is not decided by the applicant")
  void notByOneself() {
    Applicant applicant = enlistments.applicant(body);
    long id = enlistments.enlist(applicant);
    Person person = register(applicant);
    transaction.executeWithoutResult(
        status ->
            appointments.appoint(
                new NewAppointment(
                    person.id(), null, Function.COORDINATION, null, null, today(), null, null)));
    assertThatThrownBy(() -> enlistments.admit(id, person)).hasMessage("volunteer.own-enlistment");
  }

  @Test
  @DisplayName("leads to a seat: the volunteer's appointment ends with the mandate's first day")
  void getsASeat() {
    long id = enlistments.enlist(enlistments.applicant(body));
    enlistments.admit(id, coordinator);
    Person volunteer = persons.get(enlistments.get(id).personId());

    seat(volunteer, today().plusDays(3));
    assertThat(functions(volunteer)).containsExactly(Function.VOLUNTEER);
    assertThat(appointments.ofPersons(List.of(volunteer.id())))
        .filteredOn(one -> one.function() == Function.VOLUNTEER)
        .singleElement()
        .returns(today().plusDays(2), Appointment::to)
        .returns(EndReason.REPLACED, Appointment::endReason);
  }

  private Person register(Applicant applicant) {
    return transaction.execute(
        status ->
            persons.register(
                new PersonDetails(
                    applicant.name(), applicant.email(), applicant.bond(), body.id(), null, null)));
  }

  private void seat(Person person, LocalDate from) {
    transaction.executeWithoutResult(
        status ->
            appointments.appoint(
                new NewAppointment(
                    person.id(),
                    body.id(),
                    Function.FOCAL_POINT,
                    Track.OPEN_GOVERNMENT,
                    Seat.TITULAR,
                    from,
                    null,
                    "Portaria inventada")));
  }

  private List<Function> functions(Person person) {
    return appointments.ofPerson(person.id(), today()).stream().map(Appointment::function).toList();
  }

  private LocalDate today() {
    return SaoPaulo.today(clock);
  }

  private List<String> subjects(Person person) {
    LocaleContextHolder.setLocale(Locale.forLanguageTag("pt-BR"));
    try {
      return notices.recent(person.id(), 50).stream().map(RecentNotice::subject).toList();
    } finally {
      LocaleContextHolder.resetLocaleContext();
    }
  }

  private List<String> recorded(long id) {
    return jdbc.sql(
            """
            SELECT action FROM audit_entry
             WHERE subject_type = 'enlistment' AND subject_id = ? ORDER BY id
            """)
        .param(String.valueOf(id))
        .query(String.class)
        .list();
  }
}
