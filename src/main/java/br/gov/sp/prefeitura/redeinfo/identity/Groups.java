package br.gov.sp.prefeitura.redeinfo.identity;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Ids of the engine's groups, as in the models' candidate groups. */
public final class Groups {

  public static final String COORDINATION = "coordination";
  public static final String CIGA = "ciga";
  public static final String SAO_PAULO_ABERTA = "sao-paulo-aberta";
  public static final String EMASP = "emasp";
  public static final String AUDITOR = "auditor";
  public static final String ADMINISTRATION = "camunda-admin";

  private Groups() {}

  /** Heads of the body and their interims. */
  public static String head(String bodySlug) {
    return bodySlug + ".head";
  }

  /** Interim heads alone: who decides when the head is in the set to be approved. */
  public static String interimHead(String bodySlug) {
    return bodySlug + ".interim-head";
  }

  public static String office(String bodySlug) {
    return bodySlug + ".office";
  }

  /**
   * The slugs of the bodies to which these groups belong, in order; the network's own groups belong
   * to none.
   */
  public static SortedSet<String> bodySlugs(Collection<String> groupIds) {
    return groupIds.stream()
        .filter(group -> group.indexOf('.') > 0)
        .map(group -> group.substring(0, group.indexOf('.')))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Focal points and volunteers. */
  public static String members(String bodySlug) {
    return bodySlug + ".members";
  }
}
