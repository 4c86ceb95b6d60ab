package br.gov.sp.prefeitura.redeinfo.pilot.web;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.pilot.PilotState;
import br.gov.sp.prefeitura.redeinfo.pilot.Theme;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Pilot.Completion;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Pilot.EarlyResults;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Pilot.Risk;
import br.gov.sp.prefeitura.redeinfo.pilot.web.OpenProject.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

@DisplayName("The data dictionary")
class DataDictionaryTest {

  @Test
  @DisplayName("explains the columns of the exports, in their order, and every code")
  void explainsTheColumns() throws IOException {
    ResourceBundleMessageSource words = new ResourceBundleMessageSource();
    words.setBasenames("i18n/pilot", "i18n/pilot-web");
    words.setDefaultEncoding("UTF-8");
    List<String> lines = Files.readAllLines(Path.of("docs/data-dictionary.md"));

    assertThat(lines)
        .containsSubsequence(
            Stream.of(Field.values())
                .map(
                    field ->
                        "| `%s` | %s | %s |"
                            .formatted(
                                field.column(),
                                word(words, "pilot.data.type." + field.type()),
                                word(words, field.messageKey())))
                .toList());
    assertThat(lines).containsAll(codes(words, "pilot.state.", PilotState.values()));
    assertThat(lines).containsAll(codes(words, "pilot.theme.", Theme.values()));
    assertThat(lines).containsAll(codes(words, "pilot.completion.", Completion.values()));
    assertThat(lines).containsAll(codes(words, "pilot.early-results.", EarlyResults.values()));
    assertThat(lines).containsAll(codes(words, "pilot.risk.", Risk.values()));
  }

  private static List<String> codes(
      ResourceBundleMessageSource words, String prefix, Enum<?>[] values) {
    return Stream.of(values)
        .map(value -> "| `%s` | %s |".formatted(value, word(words, prefix + value)))
        .toList();
  }

  private static String word(ResourceBundleMessageSource words, String key) {
    return words.getMessage(key, null, Locale.ENGLISH);
  }
}
