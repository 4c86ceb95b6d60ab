package br.gov.sp.prefeitura.redeinfo.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.intake.domain.Upload.State;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
@DisplayName("A list that nobody confirms")
class ExpiryTest {

  @Autowired ImportDesk desk;
  @Autowired Expiry expiry;
  @Autowired TestPeople people;
  @Autowired JdbcClient jdbc;

  private SignedIn coordinator;

  @BeforeEach
  void setUp() {
    Person person = people.withFunction(Function.COORDINATION, "seri");
    coordinator =
        new SignedIn(person.id(), person.username(), person.name(), Set.of(Groups.COORDINATION));
  }

  @Test
  @DisplayName("is forgotten with all its lines after its time, and altogether after a year")
  void expires() {
    long waiting = send();
    long old = send();
    jdbc.sql("UPDATE import_upload SET expires_at = now() - interval '1 minute' WHERE id = :id")
        .param("id", old)
        .update();

    expiry.run();

    assertThat(desk.preview(waiting, coordinator).plan()).isNotNull();
    assertThat(desk.preview(old, coordinator).upload().state()).isEqualTo(State.EXPIRED);
    assertThat(desk.preview(old, coordinator).plan()).isNull();
    jdbc.sql("UPDATE import_upload SET closed_at = now() - interval '366 days' WHERE id = :id")
        .param("id", old)
        .update();
    expiry.run();
    assertThat(desk.newest(coordinator)).extracting(Upload::id).doesNotContain(old);
  }

  @Test
  @DisplayName("gives way to the same person's tenth newer one")
  void givesWay() {
    List<Long> sent = Stream.generate(this::send).limit(12).toList();

    assertThat(desk.newest(coordinator))
        .filteredOn(upload -> upload.uploadedBy() == coordinator.personId())
        .filteredOn(Upload::isWaiting)
        .extracting(Upload::id)
        .containsExactlyInAnyOrderElementsOf(sent.subList(2, 12));
  }

  private long send() {
    return desk.send(
        ListKind.BODIES,
        "orgaos.csv",
        "Sigla;Nome do órgão;Tipo;Domínios de e-mail;Identificação;Desde\nX;X;X;x;x;x\n"
            .getBytes(StandardCharsets.UTF_8),
        null,
        coordinator);
  }
}
