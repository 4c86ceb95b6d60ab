package br.gov.sp.prefeitura.redeinfo.network.domain;

import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers the engine from the appointments valid today; keeps nothing. */
@Component
class NetworkDirectory implements EngineDirectory {

  private static final Locale PORTUGUESE = Locale.forLanguageTag("pt-BR");

  private final JdbcClient jdbc;
  private final PersonRepository persons;
  private final Bodies bodies;
  private final MessageSource messages;
  private final Clock clock;

  NetworkDirectory(
      JdbcClient jdbc,
      PersonRepository persons,
      Bodies bodies,
      MessageSource messages,
      Clock clock) {
    this.jdbc = jdbc;
    this.persons = persons;
    this.bodies = bodies;
    this.messages = messages;
    this.clock = clock;
  }

  @Override
  public Optional<EngineUser> findUser(String userId) {
    return findUsers(List.of(userId)).stream().findFirst();
  }

  @Override
  public List<EngineUser> findUsers(Collection<String> userIds) {
    return persons.byUsernames(userIds).stream().map(NetworkDirectory::user).toList();
  }

  @Override
  public Set<String> groupsOf(String userId) {
    return jdbc
        .sql(
            """
            SELECT DISTINCT a.function, b.slug
              FROM person p
              JOIN appointment a ON a.person_id = p.id
              LEFT JOIN body b ON b.id = a.body_id
             WHERE p.username = :username AND
            """
                + AppointmentRepository.VALID)
        .param("username", userId)
        .param("date", today())
        .query(
            (row, number) ->
                FunctionGroups.of(
                    Function.valueOf(row.getString("function")), row.getString("slug")))
        .list()
        .stream()
        .flatMap(Set::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public List<EngineUser> membersOf(String groupId) {
    return FunctionGroups.parse(groupId).map(this::members).orElse(List.of());
  }

  private List<EngineUser> members(FunctionGroups.Group group) {
    return jdbc
        .sql(
            """
            SELECT DISTINCT p.id, p.username, p.name, p.email, p.bond, p.body_id, p.unit, p.identifier
              FROM appointment a
              JOIN person p ON p.id = a.person_id
             WHERE a.function = ANY (:functions)
               AND a.body_id IS NOT DISTINCT FROM
                   (SELECT id FROM body WHERE slug = cast(:slug AS text))
               AND
            """
                + AppointmentRepository.VALID
                + " ORDER BY p.id")
        .param("functions", group.functions().stream().map(Enum::name).toArray(String[]::new))
        .param("slug", group.bodySlug())
        .param("date", today())
        .query(PersonRepository::map)
        .list()
        .stream()
        .map(NetworkDirectory::user)
        .toList();
  }

  @Override
  public Optional<EngineGroup> findGroup(String groupId) {
    return FunctionGroups.parse(groupId)
        .flatMap(
            group ->
                group.bodySlug() == null
                    ? Optional.of(name(group, ""))
                    : bodies.findBySlug(group.bodySlug()).map(b -> name(group, b.acronym())))
        .map(name -> new EngineGroup(groupId, name));
  }

  private String name(FunctionGroups.Group group, String acronym) {
    return messages.getMessage("group." + group.suffix(), new Object[] {acronym}, PORTUGUESE);
  }

  private LocalDate today() {
    return SaoPaulo.today(clock);
  }

  private static EngineUser user(Person person) {
    int space = person.name().indexOf(' ');
    String first = space < 0 ? person.name() : person.name().substring(0, space);
    String last = space < 0 ? "" : person.name().substring(space + 1);
    return new EngineUser(person.username(), first, last, person.email());
  }
}
