package br.gov.sp.prefeitura.redeinfo.network.domain;

import static br.gov.sp.prefeitura.redeinfo.network.Function.*;

import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which functions make up which group; the one place that says so. */
final class FunctionGroups {

  /** By the group's id (network) or by what follows the body's slug and the dot. */
  private static final Map<String, Set<Function>> OF_NETWORK = new LinkedHashMap<>();

  private static final Map<String, Set<Function>> OF_BODY = new LinkedHashMap<>();

  static {
    OF_NETWORK.put(Groups.COORDINATION, Set.of(COORDINATION));
    OF_NETWORK.put(Groups.CIGA, Set.of(CIGA));
    OF_NETWORK.put(Groups.SAO_PAULO_ABERTA, Set.of(SAO_PAULO_ABERTA));
    OF_NETWORK.put(Groups.EMASP, Set.of(EMASP));
    OF_NETWORK.put(Groups.AUDITOR, Set.of(AUDITOR));
    OF_NETWORK.put(Groups.ADMINISTRATION, Set.of(ADMINISTRATOR));
    OF_BODY.put(suffix(Groups.head("")), Set.of(HEAD, INTERIM_HEAD));
    OF_BODY.put(suffix(Groups.interimHead("")), Set.of(INTERIM_HEAD));
    OF_BODY.put(suffix(Groups.office("")), Set.of(OFFICE));
    OF_BODY.put(suffix(Groups.members("")), Set.of(FOCAL_POINT, VOLUNTEER));
  }

  private FunctionGroups() {}

  /**
   * @param bodySlug {@code null} for functions of the whole network
   */
  static Set<String> of(Function function, String bodySlug) {
    Map<String, Set<Function>> groups = function.isOfBody() ? OF_BODY : OF_NETWORK;
    String prefix = function.isOfBody() ? bodySlug + "." : "";
    return groups.entrySet().stream()
        .filter(group -> group.getValue().contains(function))
        .map(group -> prefix + group.getKey())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Empty for an id that names no group. */
  static Optional<Group> parse(String groupId) {
    int dot = groupId.indexOf('.');
    String suffix = groupId.substring(dot + 1);
    Set<Function> functions = (dot < 0 ? OF_NETWORK : OF_BODY).get(suffix);
    return functions == null || dot == 0
        ? Optional.empty()
        : Optional.of(new Group(dot < 0 ? null : groupId.substring(0, dot), suffix, functions));
  }

  private static String suffix(String groupId) {
    return groupId.substring(groupId.indexOf('.') + 1);
  }

  /**
   * @param bodySlug {@code null} for a group of the whole network
   */
  record Group(String bodySlug, String suffix, Set<Function> functions) {}
}
