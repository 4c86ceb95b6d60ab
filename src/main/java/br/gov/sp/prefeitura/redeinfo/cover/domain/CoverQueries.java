package br.gov.sp.prefeitura.redeinfo.cover.domain;

import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory.EngineUser;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads covers, and who may stand in for whom, for pages. */
@Component
@Transactional(readOnly = true)
public class CoverQueries {

  private final CoverRepository covers;
  private final CommonGround ground;
  private final Persons persons;

  CoverQueries(CoverRepository covers, CommonGround ground, Persons persons) {
    this.covers = covers;
    this.ground = ground;
    this.persons = persons;
  }

  /** As absent person or substitute, the newest first. */
  public List<AbsenceCover> ofPerson(long personId, int limit) {
    return covers.ofPerson(personId, limit);
  }

  /** Of everybody, the newest first. */
  public List<AbsenceCover> all(Long before, int limit) {
    return covers.all(before == null ? Long.MAX_VALUE : before, limit);
  }

  /** Who may be named for the person, in the order of their names. */
  public List<Person> substitutesFor(Person absent) {
    List<String> usernames =
        ground.substitutesFor(absent.username()).stream().map(EngineUser::id).toList();
    Map<String, Person> people = persons.byUsername(usernames);
    return usernames.stream().map(people::get).filter(Objects::nonNull).toList();
  }
}
