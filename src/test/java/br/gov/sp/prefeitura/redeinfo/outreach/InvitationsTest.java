package br.gov.sp.prefeitura.redeinfo.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Appointments.NewAppointment;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Seat;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.outreach.CampaignPlan.Measure;
import br.gov.sp.prefeitura.redeinfo.outreach.Contacts.ContactDetails;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.AudienceQueries;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.AudienceQueries.Size;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.CampaignQueries;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.CampaignQueries.BodyFigures;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.ContactBook;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.ContactState;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalData;
import br.gov.sp.prefeitura.redeinfo.shared.privacy.Retention;
import br.gov.sp.prefeitura.redeinfo.support.Campaigns;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestMail;
import br.gov.sp.prefeitura.redeinfo.support.TestMailbox;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.TrainingLife;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import br.gov.sp.prefeitura.redeinfo.volunteer.VolunteerEvents.EnlistmentConfirmed;
import br.gov.sp.prefeitura.redeinfo.volunteer.VolunteerEvents.VolunteerAdmitted;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@DisplayName("An invitation")
class InvitationsTest {

  @Autowired Campaigns campaigns;
  @Autowired CampaignQueries queries;
  @Autowired AudienceQueries audience;
  @Autowired ContactBook contacts;
  @Autowired TrainingLife life;
  @Autowired TestPeople people;
  @Autowired TestMailbox mailbox;
  @Autowired Appointments appointments;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  @Autowired
  @Qualifier("contactRetention")
  Retention retention;

  @Autowired
  @Qualifier("outreachPersonalData")
  PersonalData personalData;

  private Body body;

  @BeforeEach
  void aBody() {
    body = campaigns.body();
  }

  @Test
  @DisplayName("reaches each address once, whatever groups and waves it belongs to")
  void onceWhateverAudience() {
    Person head = people.withFunction(Function.HEAD, body.slug());
    appoint(head, Function.OFFICE);
    Person member = people.withFunction(Function.VOLUNTEER, body.slug());
    Person earlier = people.withFunction(Function.VOLUNTEER, body.slug());
    end(earlier);
    List<String> listed = campaigns.contacts(body, 3);
    save(head.email().toUpperCase(), member.email(), earlier.email());

    assertThat(size(Audience.HEADS)).isEqualTo(new Size(1, 1));
    assertThat(size(Audience.EARLIER_MEMBERS)).isEqualTo(new Size(1, 1));
    assertThat(size(Audience.CONTACTS)).as("without the member").isEqualTo(new Size(5, 1));
    assertThat(size(Audience.values())).isEqualTo(new Size(6, 1));
    long id =
        campaigns.running(
            campaigns.plan(
                body,
                Set.of(Audience.values()),
                campaigns.wave(1, Measure.SHARE, 34),
                campaigns.wave(2, Measure.REST, null)));
    campaigns.waveDay(id);
    assertThat(addresses(id)).hasSize(3);
    campaigns.waveDay(id);
    assertThat(addresses(id))
        .containsExactlyInAnyOrder(
            head.email(),
            member.email(),
            earlier.email(),
            listed.get(0),
            listed.get(1),
            listed.get(2));
  }

  @Test
  @DisplayName("says what was written, watches nobody, and can be declined by one click")
  void whatTheReaderGets() throws Exception {
    String address = campaigns.contacts(body, 1).get(0);
    long id = campaigns.running(campaigns.plan(body, campaigns.rest()));
    campaigns.waveDay(id);
    TestMailbox.Mail mail = mailbox.to(address).get(0);
    assertThat(mail.subject()).isEqualTo("Contato Inventado 1, a rede espera por você");
    assertThat(mail.text())
        .contains("Em " + body.name() + " também.")
        .containsOnlyOnce("/join")
        .contains("/opt-out/");
    assertThat(mail.html()).doesNotContain("<img", "?id=", "utm_");
    MimeMessage message =
        Arrays.stream(TestMail.server().getReceivedMessages())
            .filter(one -> isTo(one, address))
            .findFirst()
            .orElseThrow();
    assertThat(message.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    String link = message.getHeader("List-Unsubscribe")[0];
    String path = link.substring(link.indexOf("/opt-out/"), link.indexOf('>'));
    assertThat(
            jdbc.sql("SELECT count(*) FROM letter WHERE opt_out_path = ?")
                .param(path)
                .query(Integer.class)
                .single())
        .as("links that a reader of the database could use")
        .isZero();

    Visitor anybody = people.visitor();
    assertThat(anybody.get(path).body()).contains("Não quero mais receber convites");
    assertThat(anybody.get(path).body()).as("looking changes nothing").contains("<form");
    assertThat(oneClick(path)).isEqualTo(204);
    assertThat(oneClick(path)).as("again").isEqualTo(204);
    assertThat(anybody.get(path).body()).contains("Pronto").doesNotContain("opt-out/\"");
    assertThat(contacts.list(body.id(), ContactState.OPTED_OUT, null, 10)).hasSize(1);

    campaigns.contacts(body, 2);
    assertThat(size(Audience.CONTACTS)).as("listed again").isEqualTo(new Size(1, 1));
    long contact = contacts.list(body.id(), ContactState.OPTED_OUT, null, 1).get(0).id();
    contacts.delete(contact, life.signedIn(people.withFunction(Function.COORDINATION, "seri")));
    campaigns.contacts(body, 2);
    assertThat(size(Audience.CONTACTS)).as("deleted and listed again").isEqualTo(new Size(1, 1));
  }

  @Test
  @DisplayName("that was declined between the choice and the letter is not written")
  void declinedMeanwhile() {
    List<String> listed = campaigns.contacts(body, 12);
    long first = campaigns.running(campaigns.plan(body, campaigns.wave(1, Measure.PEOPLE, 1)));
    campaigns.waveDay(first);
    String path =
        jdbc.sql("SELECT opt_out_path FROM letter WHERE event_key = ?")
            .param("campaign:" + first)
            .query(String.class)
            .single();
    long id = campaigns.running(campaigns.plan(body, campaigns.rest()));
    life.fireOnly(Campaigns.KEY, id, "intermediateCatchEvent_WaveDay");
    campaigns.step(id);
    assertThat(oneClick(path)).isEqualTo(204);
    campaigns.runJobs(id);
    assertThat(campaigns.get(id).waves().get(0))
        .matches(wave -> wave.recipients() == 12 && wave.sent() == 11 && wave.skipped() == 1);
    assertThat(addresses(id)).hasSize(11).isSubsetOf(listed);
  }

  @Test
  @DisplayName("counts for its body when it is answered, and still does when nobody is named")
  void counts() {
    List<String> listed = campaigns.contacts(body, 4);
    Person joins = people.stranger(body.slug());
    save(joins.email());
    long id = campaigns.running(campaigns.plan(body, campaigns.rest()));
    campaigns.waveDay(id);
    Instant now = clock.instant();
    publish(new EnlistmentConfirmed(listed.get(0).toUpperCase(), body.id(), now));
    publish(new EnlistmentConfirmed(listed.get(1), body.id(), now));
    publish(new VolunteerAdmitted(listed.get(1), joins.id(), body.id(), now));
    publish(new EnlistmentConfirmed("ninguem@" + body.mailDomains().get(0), body.id(), now));
    appoint(joins, Function.FOCAL_POINT);
    BodyFigures expected = new BodyFigures(body.id(), 5, 3, 2);
    assertThat(queries.figures(id)).containsExactly(expected);
    assertThat(personalData.of(joins.id()))
        .allSatisfy(section -> assertThat(section.rows()).hasSize(1));

    campaigns.lastDay(id);
    publish(new VolunteerAdmitted(listed.get(3), joins.id(), body.id(), now));
    Instant later = now.plus(Duration.ofDays(100));
    assertThat(retention.lapsed(later)).isGreaterThanOrEqualTo(10);
    transaction.executeWithoutResult(
        status -> {
          while (retention.anonymise(later, 7) == 7) {
            // Until nothing is left.
          }
        });
    assertThat(retention.lapsed(later)).isZero();
    assertThat(contacts.list(body.id(), null, null, 10)).isEmpty();
    assertThat(personalData.of(joins.id()))
        .allSatisfy(section -> assertThat(section.rows()).isEmpty());
    assertThat(queries.figures(id).get(0))
        .matches(row -> row.invited() == 5 && row.answered() >= 3 && row.joined() >= 2);
  }

  private int oneClick(String path) {
    return people
        .visitor()
        .send(
            path,
            request ->
                request
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click")))
        .statusCode();
  }

  private static boolean isTo(MimeMessage message, String address) {
    try {
      return message.getRecipients(Message.RecipientType.TO)[0].toString().contains(address);
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Size size(Audience... audiences) {
    return audience.size(campaigns.plan(body, Set.of(audiences), campaigns.rest()));
  }

  private void save(String... emails) {
    transaction.executeWithoutResult(
        status ->
            contacts.saveAll(
                Arrays.stream(emails)
                    .map(
                        email ->
                            new ContactDetails(
                                "Pessoa Listada", email.toLowerCase(), body.id(), "Lista"))
                    .toList()));
  }

  private void appoint(Person person, Function function) {
    boolean seat = function == Function.FOCAL_POINT;
    transaction.executeWithoutResult(
        status ->
            appointments.appoint(
                new NewAppointment(
                    person.id(),
                    body.id(),
                    function,
                    seat ? Track.OPEN_GOVERNMENT : null,
                    seat ? Seat.TITULAR : null,
                    campaigns.today(),
                    null,
                    null)));
  }

  private void end(Person person) {
    transaction.executeWithoutResult(
        status ->
            appointments
                .ofPerson(person.id(), campaigns.today())
                .forEach(
                    held ->
                        appointments.end(
                            held.id(), campaigns.today().minusDays(1), EndReason.RESIGNED, null)));
  }

  private void publish(Object event) {
    transaction.executeWithoutResult(status -> events.publishEvent(event));
  }

  private List<String> addresses(long id) {
    return jdbc.sql("SELECT address FROM letter WHERE event_key = ?")
        .param("campaign:" + id)
        .query(String.class)
        .list();
  }
}
