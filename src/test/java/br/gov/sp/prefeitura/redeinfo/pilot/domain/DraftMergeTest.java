package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Two writers of one draft")
class DraftMergeTest {

  private static final String OF_ANSWERS =
      """
      base              | theirs            | mine              | merged            | conflicts
      problem=a         | problem=a         | problem=a         | problem=a         |
      problem=a         | problem=b         | problem=a         | problem=b         |
      problem=a         | problem=a         | problem=b         | problem=b         |
      problem=a         | problem=b         | problem=b         | problem=b         |
      problem=a         | problem=b         | problem=c         | problem=b         | problem
      problem=a         |                   | problem=a         |                   |
      problem=a         | problem=a         |                   |                   |
      problem=a         |                   | problem=b         |                   | problem
      problem=a         | problem=b         |                   | problem=b         | problem
                        | problem=a         | risks=b           | problem=a,risks=b |
                        | problem=a         | problem=a         | problem=a         |
                        | problem=a         | problem=b         | problem=a         | problem
      problem=a,risks=a | problem=b,risks=a | problem=c,risks=b | problem=b,risks=b | problem
      """;

  @ParameterizedTest(name = "{index}: {arguments}")
  @CsvSource(textBlock = OF_ANSWERS, delimiter = '|', useHeadersInDisplayName = true)
  @DisplayName("keep what one of them changed; what both changed differently is a conflict")
  void answers(String base, String theirs, String mine, String merged, String conflicts) {
    DraftMerge merge = DraftMerge.of(typed(base), typed(theirs), typed(mine));
    assertThat(merge.merged()).isEqualTo(typed(merged));
    assertThat(merge.conflicts())
        .isEqualTo(conflicts == null ? Set.of() : Set.of(conflicts.split(",")));
  }

  @Test
  @DisplayName("meet in a row of a list as a whole, so that no row is made of halves")
  void rows() {
    TypedProposal base = milestone("Mapear", "2026-01-01");
    DraftMerge merge =
        DraftMerge.of(
            base, milestone("Mapear tudo", "2026-01-01"), milestone("Mapear", "2026-02-02"));
    assertThat(merge.merged()).isEqualTo(milestone("Mapear tudo", "2026-01-01"));
    assertThat(merge.conflicts()).containsExactly("milestones[0]");
  }

  @Test
  @DisplayName("write rows of their own beside each other")
  void ownRows() {
    TypedProposal theirs = TypedProposal.of(Map.of("partners[0].guest", "Câmara"));
    TypedProposal mine = TypedProposal.of(Map.of("partners[1].guest", "Laboratório"));
    DraftMerge merge = DraftMerge.of(typed(null), theirs, mine);
    assertThat(merge.conflicts()).isEmpty();
    assertThat(merge.merged().values()).containsOnlyKeys("partners[0].guest", "partners[1].guest");
  }

  @Test
  @DisplayName("tick themes without disturbing each other")
  void themes() {
    TypedProposal theirs = TypedProposal.of(Map.of("themes.TRANSPARENCY", "true"));
    TypedProposal mine = TypedProposal.of(Map.of("themes.INNOVATION", "true"));
    DraftMerge merge = DraftMerge.of(typed(null), theirs, mine);
    assertThat(merge.conflicts()).isEmpty();
    assertThat(merge.merged().values())
        .containsOnlyKeys("themes.TRANSPARENCY", "themes.INNOVATION");
  }

  @Test
  @DisplayName("take a row out, and those behind it move up")
  void withoutRow() {
    TypedProposal typed =
        TypedProposal.of(
            Map.of("datasets[0].title", "a", "datasets[1].title", "b", "datasets[2].format", "c"));
    assertThat(typed.withoutRow("datasets", 1).values())
        .isEqualTo(Map.of("datasets[0].title", "a", "datasets[1].format", "c"));
  }

  private static TypedProposal milestone(String title, String start) {
    return TypedProposal.of(Map.of("milestones[0].title", title, "milestones[0].start", start));
  }

  private static TypedProposal typed(String answers) {
    return TypedProposal.of(
        answers == null
            ? Map.of()
            : Stream.of(answers.split(","))
                .map(answer -> answer.split("="))
                .collect(Collectors.toMap(a -> a[0], a -> a[1], (a, b) -> a, TreeMap::new)));
  }
}
