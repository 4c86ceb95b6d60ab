package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.pilot.Theme;
import br.gov.sp.prefeitura.redeinfo.shared.documents.PlainText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which pilots are asked for; {@code null} and {@code false} ask for all.
 *
 * @param bodyId the lead body
 * @param territory {@link Proposal#CITY} or the slug of a subprefecture
 * @param late a progress report is overdue, or a milestone past its planned end is not done
 * @param text words of its title and texts
 */
public record PilotFilter(
    Theme theme, Long bodyId, String territory, boolean late, Whose whose, String text) {

  public static final PilotFilter ALL = new PilotFilter(null, null, null, false, null, null);

  /** Whose pilots. */
  public enum Whose {
    /** Those the person answers for, or began. */
    MINE,
    /** Those that the person's bodies lead or take part in. */
    MY_BODY
  }

  /** Milestones of the table {@code pilot p} that are late on {@code :today}. */
  static final String LATE =
      """
      (p.stale_since IS NOT NULL
       OR p.state = 'RUNNING' AND EXISTS (SELECT 1 FROM pilot_milestone m
            WHERE m.pilot_id = p.id AND m.percent < 100 AND m.dropped_at IS NULL
              AND m.planned_end < :today))
      """;

  public boolean isEmpty() {
    return equals(ALL);
  }

  /**
   * Conditions on {@code pilot p}; {@code :today}, {@code :me} and {@code :mine} are the list's.
   */
  Conditions conditions(Long me, Set<Long> own) {
    List<String> all = new ArrayList<>();
    Map<String, Object> params = new HashMap<>();
    if (theme != null) {
      all.add("p.themes @> ARRAY[CAST(:theme AS text)]");
      params.put("theme", theme.name());
    }
    if (bodyId != null) {
      all.add("p.body_id = :body");
      params.put("body", bodyId);
    }
    if (territory != null) {
      all.add("p.territory = :territory");
      params.put("territory", territory);
    }
    if (late) {
      all.add(LATE);
    }
    if (whose == Whose.MINE) {
      all.add("(p.sponsor_id = :me OR p.created_by = :me)");
      params.put("me", me);
    }
    if (whose == Whose.MY_BODY) {
      all.add(
          """
          (p.body_id = ANY (:mine)
           OR p.id IN (SELECT partner.pilot_id FROM pilot_partner partner
                        WHERE partner.body_id = ANY (:mine)))
          """);
      params.put("mine", own.toArray(Long[]::new));
    }
    String plain = text == null ? "" : PlainText.of(text);
    if (!plain.isEmpty()) {
      all.add("p.search @@ websearch_to_tsquery('portuguese', :text)");
      params.put("text", plain);
    }
    return new Conditions(all.isEmpty() ? "TRUE" : String.join(" AND ", all), params);
  }

  record Conditions(String sql, Map<String, Object> params) {}
}
