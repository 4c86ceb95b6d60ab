package br.gov.sp.prefeitura.redeinfo.shared.text;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.shared.text.TextDifference.Kind;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The difference between two texts")
class TextDifferenceTest {

  private static final String CASES =
      """
      um mapa        | um mapa        | um mapa
      um mapa        | um bom mapa    | um +bom +mapa
      um bom mapa    | um mapa        | um -bom -mapa
      um mapa velho  | um mapa novo   | um mapa -velho-+novo+
      {none}         | tudo novo      | +tudo novo+
      tudo fora      | {none}         | -tudo fora-
      {none}         | {none}         | {none}
      """;

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(textBlock = CASES, delimiter = '|', nullValues = "{none}")
  @DisplayName("marks the words that were added and taken out, and leaves the others alone")
  void marks(String before, String after, String marked) {
    String shown =
        TextDifference.between(before, after).stream()
            .map(
                piece ->
                    switch (piece.kind()) {
                      case SAME -> piece.text();
                      case ADDED -> "+" + piece.text() + "+";
                      case TAKEN_OUT -> "-" + piece.text() + "-";
                    })
            .collect(Collectors.joining());
    assertThat(shown).isEqualTo(marked == null ? "" : marked);
    assertThat(
            TextDifference.between(before, after).stream()
                .filter(piece -> piece.kind() != Kind.TAKEN_OUT)
                .map(TextDifference.Piece::text)
                .collect(Collectors.joining()))
        .isEqualTo(after == null ? "" : after);
  }
}
