package br.gov.sp.prefeitura.redeinfo.cover.domain;

import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory.EngineUser;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Whose tasks a person may see by their own appointments: those of the bodies they belong to, and
 * of the network's groups they belong to. A cover reaches no further, whatever it was named for,
 * and shrinks and ends with the appointments of both, because the groups are those of the moment.
 */
@Component
class CommonGround {

  /** Who runs the machine and who watches are not replaced by anybody's choice. */
  private static final Set<String> NEVER = Set.of(Groups.ADMINISTRATION, Groups.AUDITOR);

  private final EngineDirectory directory;

  CommonGround(EngineDirectory directory) {
    this.directory = directory;
  }

  /** Groups of the absent person whose tasks the substitute may do now. */
  Set<String> of(String absentId, String substituteId) {
    Set<String> own =
        directory.groupsOf(substituteId).stream()
            .map(CommonGround::place)
            .collect(Collectors.toSet());
    return coverable(directory.groupsOf(absentId))
        .filter(group -> own.contains(place(group)))
        .collect(Collectors.toSet());
  }

  /** Who could stand in for the person, by name. */
  List<EngineUser> substitutesFor(String absentId) {
    Map<String, EngineUser> found = new TreeMap<>();
    coverable(directory.groupsOf(absentId))
        .flatMap(CommonGround::groupsOfPlace)
        .distinct()
        .flatMap(group -> directory.membersOf(group).stream())
        .filter(user -> !user.id().equals(absentId))
        .forEach(user -> found.put(user.id(), user));
    return found.values().stream()
        .sorted(Comparator.comparing(EngineUser::firstName).thenComparing(EngineUser::lastName))
        .toList();
  }

  private static Stream<String> coverable(Set<String> groups) {
    return groups.stream().filter(group -> !NEVER.contains(group));
  }

  /** The body's slug, or the network's group itself. */
  private static String place(String group) {
    int dot = group.indexOf('.');
    return dot < 0 ? group : group.substring(0, dot);
  }

  private static Stream<String> groupsOfPlace(String group) {
    String place = place(group);
    return place.equals(group)
        ? Stream.of(group)
        : Stream.of(Groups.head(place), Groups.office(place), Groups.members(place));
  }
}
