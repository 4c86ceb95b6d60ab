package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.pilot.PilotState;
import br.gov.sp.prefeitura.redeinfo.shared.documents.PlainText;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds projects like the one that is being named, so that people find peers and nobody invents
 * twice: PostgreSQL's full-text search in Portuguese. Only among what anybody may read, and what
 * the person's own bodies write.
 */
@Service
@Transactional(readOnly = true)
public class SimilarPilots {

  private static final int SHORTEST_WORD = 3;
  private static final int MOST_WORDS = 12;
  private static final int MOST = 5;

  private final PilotAccess access;
  private final JdbcClient jdbc;

  SimilarPilots(PilotAccess access, JdbcClient jdbc) {
    this.access = access;
    this.jdbc = jdbc;
  }

  /**
   * The most alike first; at most five.
   *
   * @param title as far as it is typed: its last word may still grow
   * @param except the pilot that is being written, or 0
   */
  public List<SimilarPilot> to(String title, long except, SignedIn person) {
    String query = query(title);
    if (query.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            """
            SELECT p.id, p.title, p.body_id, p.state, p.published_at IS NOT NULL AS published
              FROM pilot p, to_tsquery('portuguese', :query) query
             WHERE p.search @@ query
               AND (p.published_at IS NOT NULL OR p.body_id = ANY (:own))
               AND p.id <> :except
             ORDER BY ts_rank(p.search, query) DESC, p.id DESC
             LIMIT :most
            """)
        .param("query", query)
        .param("own", access.ownBodies(person).toArray(Long[]::new))
        .param("except", except)
        .param("most", MOST)
        .query(
            (rs, n) ->
                new SimilarPilot(
                    rs.getLong("id"),
                    rs.getString("title"),
                    rs.getLong("body_id"),
                    PilotState.valueOf(rs.getString("state")),
                    rs.getBoolean("published")))
        .list();
  }

  /** Any of the words, letters and digits only, the last one as far as it is typed. */
  static String query(String title) {
    Set<String> words = new LinkedHashSet<>();
    Arrays.stream(PlainText.of(title).split(" "))
        .filter(word -> word.length() >= SHORTEST_WORD)
        .limit(MOST_WORDS)
        .forEach(words::add);
    return words.isEmpty() ? "" : String.join(" | ", words) + ":*";
  }

  /**
   * @param published whether anybody may read it; else it is one of the person's own bodies
   */
  public record SimilarPilot(
      long id, String title, long bodyId, PilotState state, boolean published) {}
}
