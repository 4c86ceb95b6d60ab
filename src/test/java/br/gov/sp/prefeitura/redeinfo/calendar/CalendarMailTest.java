package br.gov.sp.prefeitura.redeinfo.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.notification.Notices;
import br.gov.sp.prefeitura.redeinfo.notification.Notices.Notice;
import br.gov.sp.prefeitura.redeinfo.support.Calendars;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestDates;
import br.gov.sp.prefeitura.redeinfo.support.TestMailbox;
import br.gov.sp.prefeitura.redeinfo.support.TestMailbox.Mail;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.fortuna.ical4j.model.Property;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@DisplayName("A mail with a date")
class CalendarMailTest {

  private static final Instant WHEN = Instant.parse("2026-12-03T12:00:00Z");

  @Autowired Notices notices;
  @Autowired TestDates dates;
  @Autowired TestPeople people;
  @Autowired TestMailbox mailbox;
  @Autowired TransactionTemplate transaction;

  private Person person;

  @BeforeEach
  void register() {
    person = people.stranger("svma");
  }

  @Test
  @DisplayName("brings it along as a file, as it is when the mail goes out")
  void bringsTheDate() {
    CalendarEntry entry = dates.plan(person.id(), "Encontro 1", WHEN);
    CalendarEntry other = dates.plan(person.id(), "Encontro 2", WHEN);
    send(CalendarFiles.attachment(entry.uid()), CalendarFiles.attachment(other.uid()));
    dates.cancel(other);

    Mail mail = mailbox.one(person, "Aviso");
    assertThat(mail.text()).contains("A indicação");
    assertThat(mail.attachments())
        .extracting(TestMailbox.Attachment::fileName)
        .containsExactly(entry.uid() + ".ics", other.uid() + ".ics");
    assertThat(mail.attachments().get(0).contentType())
        .startsWith("text/calendar")
        .contains("method=PUBLISH");
    assertThat(status(mail, 0)).isEqualTo("CONFIRMED");
    assertThat(mail.attachments().get(1).contentType()).contains("method=CANCEL");
    assertThat(status(mail, 1)).isEqualTo("CANCELLED");
  }

  @Test
  @DisplayName("goes without it when there is no such date any more")
  void goesWithout() {
    CalendarEntry entry = dates.plan(person.id(), "Encontro 1", WHEN);
    send(CalendarFiles.attachment(entry.uid()));
    dates.forget(entry);

    assertThat(mailbox.one(person, "Aviso").attachments()).isEmpty();
  }

  @Test
  @DisplayName("is not written with an attachment that nobody makes")
  void unknownAttachment() {
    assertThatIllegalArgumentException().isThrownBy(() -> send("other:1"));
    assertThatIllegalArgumentException().isThrownBy(() -> send("calendar:"));
  }

  private static String status(Mail mail, int index) {
    return Calendars.value(
        Calendars.single(mail.attachments().get(index).content()), Property.STATUS);
  }

  private void send(String... attachments) {
    Notice notice =
        Notice.toPersons(
                "test:" + UUID.randomUUID(),
                "test-plain",
                Map.of("bodyAcronym", "SVMA", "reason", "porque sim"),
                "/tasks/1",
                List.of(person.id()))
            .with(List.of(attachments));
    transaction.executeWithoutResult(status -> notices.send(notice));
  }
}
