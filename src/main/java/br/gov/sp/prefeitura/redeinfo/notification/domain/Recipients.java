package br.gov.sp.prefeitura.redeinfo.notification.domain;

import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory.EngineUser;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who gets a notice: persons, and whoever belongs to a group at this moment. */
@Component
class Recipients {

  private final Persons persons;
  private final EngineDirectory directory;

  Recipients(Persons persons, EngineDirectory directory) {
    this.persons = persons;
    this.directory = directory;
  }

  /** Everybody once, also who is meant as a person and as a member of several groups. */
  Set<Long> of(Collection<Long> personIds, Collection<String> groupIds) {
    Set<Long> result = new TreeSet<>(personIds);
    Set<String> members =
        groupIds.stream()
            .map(directory::membersOf)
            .flatMap(List::stream)
            .map(EngineUser::id)
            .collect(Collectors.toSet());
    if (!members.isEmpty()) {
      persons.byUsername(members).values().forEach(member -> result.add(member.id()));
    }
    return result;
  }

  Optional<Person> find(long personId) {
    return Optional.ofNullable(byId(Set.of(personId)).get(personId));
  }

  Map<Long, Person> byId(Set<Long> personIds) {
    return persons.byId(personIds);
  }
}
