package br.gov.sp.prefeitura.redeinfo.notification;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.notification.Notices.Notice;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestMailbox;
import br.gov.sp.prefeitura.redeinfo.support.TestMailbox.Mail;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@DisplayName("A notice to a group")
class MailJourneyTest {

  @Autowired Notices notices;
  @Autowired TestPeople people;
  @Autowired TestMailbox mailbox;
  @Autowired TransactionTemplate transaction;

  @Test
  @DisplayName("arrives by mail at everybody who belongs to it now, once, and at nobody else")
  void arrivesAtTheGroup() {
    Person office = people.withFunction(Function.OFFICE, "sme");
    Person colleague = people.withFunction(Function.OFFICE, "sme");
    Person elsewhere = people.withFunction(Function.OFFICE, "svma");
    String event = "journey:" + UUID.randomUUID();

    transaction.executeWithoutResult(
        status ->
            notices.send(
                new Notice(
                    event,
                    "test-plain",
                    Map.of("bodyAcronym", "SME", "reason", event),
                    "/tasks/77",
                    List.of(office.id()),
                    List.of(Groups.office("sme")))));

    for (Person person : List.of(office, colleague)) {
      Mail mail = mailbox.one(person, "Aviso de SME");
      assertThat(mail.text()).contains("Olá, " + person.name(), event);
      assertThat(mail.path()).isEqualTo("/tasks/77");
    }
    assertThat(mailbox.of(elsewhere)).isEmpty();
  }
}
