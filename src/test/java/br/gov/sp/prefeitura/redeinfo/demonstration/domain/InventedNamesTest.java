package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class InventedNamesTest {

  @Test
  @DisplayName("The same key gives the same name, and hardly two keys share one")
  void namesFollowFromKeys() {
    assertThat(InventedNames.of("svma.chefia")).isEqualTo(InventedNames.of("svma.chefia"));
    long different =
        IntStream.range(0, 1000).mapToObj(i -> InventedNames.of("key " + i)).distinct().count();
    assertThat(different).isGreaterThan(990);
  }

  @Test
  @DisplayName("Registrations have the seven digits of an RF")
  void registrations() {
    assertThat(IntStream.range(0, 200).mapToObj(i -> InventedNames.registration("key " + i)))
        .allMatch(registration -> registration.matches("9[0-9]{6}"));
  }
}
