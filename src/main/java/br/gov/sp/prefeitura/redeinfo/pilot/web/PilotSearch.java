package br.gov.sp.prefeitura.redeinfo.pilot.web;

import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.pilot.Theme;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotFilter;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotFilter.Whose;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Proposal;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Stage;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a list of projects is asked for, as it stands in the address; {@code null} asks for all.
 *
 * @param q words of titles and texts
 * @param body slug of the lead body
 * @param territory {@link Proposal#CITY} or the slug of a subprefecture
 */
record PilotSearch(
    String q, Theme theme, String body, String territory, Boolean late, Whose whose, Stage stage) {

  private static final int LONGEST = 120;

  PilotSearch {
    q = clean(q);
    body = clean(body);
    territory = clean(territory);
    late = Boolean.TRUE.equals(late) ? late : null;
  }

  private static String clean(String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    String line = text.strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
  }

  /**
   * @throws Refusal (not found) if a body or territory is none
   */
  PilotFilter filter(Bodies bodies) {
    return new PilotFilter(
        theme,
        body == null ? null : find(body, bodies).id(),
        territory == null || territory.equals(Proposal.CITY)
            ? territory
            : find(territory, bodies).slug(),
        late != null,
        whose,
        q);
  }

  private static Body find(String slug, Bodies bodies) {
    return bodies.findBySlug(slug).orElseThrow(() -> Refusal.notFound("network.body-unknown"));
  }

  /** The address of the same list from another place on; {@code null} for its beginning. */
  String address(String path, Object after) {
    return address(path, stage, after);
  }

  String address(String path, Stage otherStage, Object after) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("q", q);
    values.put("theme", theme);
    values.put("body", body);
    values.put("territory", territory);
    values.put("late", late);
    values.put("whose", whose);
    values.put("stage", otherStage);
    values.put("after", after);
    values.values().removeIf(value -> value == null);
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
    values.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
    return address.encode().buildAndExpand(values).toUriString();
  }
}
