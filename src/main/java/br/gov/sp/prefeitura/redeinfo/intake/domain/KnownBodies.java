package br.gov.sp.prefeitura.redeinfo.intake.domain;

import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.BodyRules;
import java.util.HashMap;
import java.util.Map;

/** All bodies, read once, to be found by what lists call them: the acronym, or the slug. */
final class KnownBodies {

  private final Map<String, Body> bySlug = new HashMap<>();
  private final Map<String, Body> byAcronym = new HashMap<>();
  private final Map<Long, Body> byId = new HashMap<>();

  KnownBodies(Bodies bodies) {
    for (Body body : bodies.all()) {
      bySlug.put(body.slug(), body);
      byId.put(body.id(), body);
      // Of two that bore the same acronym the one that lives, or lived last, is meant.
      byAcronym.merge(
          BodyRules.slugOf(body.acronym()),
          body,
          (one, other) -> one.validTo() == null ? one : other);
    }
  }

  /** {@code null} for {@code null} and for what is no body. */
  Body find(String acronym) {
    if (acronym == null) {
      return null;
    }
    String slug = BodyRules.slugOf(acronym);
    return byAcronym.getOrDefault(slug, bySlug.get(slug));
  }

  Body bySlug(String slug) {
    return bySlug.get(slug);
  }

  /** {@code null} for {@code null}. */
  Body byId(Long id) {
    return id == null ? null : byId.get(id);
  }

  /** The body of the line's cell; a problem if there is none such. */
  Body of(LineDraft line, Column column) {
    String acronym = line.text(column);
    Body body = find(acronym);
    if (acronym != null && body == null) {
      line.problem(column, "intake.no-such-body");
    }
    return body;
  }
}
