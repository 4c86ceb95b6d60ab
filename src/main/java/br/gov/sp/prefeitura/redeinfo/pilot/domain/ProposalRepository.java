package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.shared.documents.PlainText;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What rows of {@code pilot} repeat of a proposal; all methods join the caller's transaction. */
@Repository
class ProposalRepository {

  private final JdbcClient jdbc;

  ProposalRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void setDraftTitle(long pilotId, String title) {
    jdbc.sql("UPDATE pilot SET title = :title, words = :words WHERE id = :pilot")
        .param("title", title)
        .param("words", PlainText.of(title))
        .param("pilot", pilotId)
        .update();
  }

  /** The proposal of this number holds from now on. */
  void hold(long pilotId, int number, Proposal proposal) {
    jdbc.sql(
            """
            UPDATE pilot
               SET title = :title, territory = :territory, words = :words, submission = :number,
                   themes = string_to_array(:themes, ',')
             WHERE id = :pilot
            """)
        .param("title", proposal.title())
        .param("territory", proposal.territory())
        .param("words", words(proposal))
        .param("number", number)
        .param(
            "themes",
            proposal.themes().stream().sorted().map(Enum::name).collect(Collectors.joining(",")))
        .param("pilot", pilotId)
        .update();
  }

  /** What a search looks at: without accents and in lower case, as what is searched for. */
  private static String words(Proposal proposal) {
    return Stream.of(
            proposal.title(),
            proposal.problem(),
            proposal.description(),
            proposal.publicElement(),
            proposal.targetPublic(),
            proposal.deliverables())
        .map(PlainText::of)
        .collect(Collectors.joining(" "));
  }
}
