package br.gov.sp.prefeitura.redeinfo.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import br.gov.sp.prefeitura.redeinfo.network.Bond;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory.EngineUser;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The recipients of a notice")
class RecipientsTest {

  private final Persons persons = mock();
  private final EngineDirectory directory = mock();
  private final Recipients recipients = new Recipients(persons, directory);

  @Test
  @DisplayName("are the persons and whoever belongs to the groups now, everybody once")
  void areEverybodyOnce() {
    when(persons.byUsername(Set.of("svma.gabinete", "coordenacao")))
        .thenReturn(
            Map.of(
                "svma.gabinete",
                person(2, "svma.gabinete"),
                "coordenacao",
                person(3, "coordenacao")));
    when(directory.membersOf("svma.office")).thenReturn(List.of(user("svma.gabinete")));
    when(directory.membersOf("coordination"))
        .thenReturn(List.of(user("coordenacao"), user("svma.gabinete")));

    assertThat(recipients.of(List.of(1L, 3L), List.of("svma.office", "coordination")))
        .containsExactly(1L, 2L, 3L);
  }

  @Test
  @DisplayName("are nobody when the group is empty")
  void areNobodyInAnEmptyGroup() {
    assertThat(recipients.of(List.of(), List.of("svma.head"))).isEmpty();
    verifyNoInteractions(persons);
  }

  private static Person person(long id, String username) {
    return new Person(
        id, username, username, username + "@x.example", Bond.EFETIVO, 1L, null, null);
  }

  private static EngineUser user(String id) {
    return new EngineUser(id, id, id, id + "@x.example");
  }
}
