package br.gov.sp.prefeitura.redeinfo.audit;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

@IntegrationTest
@DisplayName("The actions on record")
class AuditWordsTest {

  @Autowired List<AuditVocabulary> vocabularies;
  @Autowired MessageSource messages;

  @Test
  @DisplayName("have a text each, and so have their subjects, channels and deputies")
  void haveTexts() {
    List<String> keys =
        Stream.of(
                actions()
                    .flatMap(
                        action ->
                            Stream.of(
                                "audit.action." + action.code(),
                                "audit.subject." + action.subjectType())),
                Stream.of(AuditChannel.values()).map(channel -> "audit.channel." + channel.code()),
                Stream.of(InPlaceOf.Kind.values()).map(kind -> "audit.in-place-of." + kind.code()))
            .flatMap(all -> all)
            .toList();
    assertThat(keys).hasSizeGreaterThan(80);
    for (Locale locale : List.of(Locale.forLanguageTag("pt-BR"), Locale.ENGLISH)) {
      assertThat(keys)
          .allSatisfy(key -> assertThat(messages.getMessage(key, null, locale)).isNotBlank());
    }
  }

  @Test
  @DisplayName("have a code of their own")
  void haveCodes() {
    assertThat(actions().map(AuditAction::code))
        .doesNotHaveDuplicates()
        .allSatisfy(
            code ->
                assertThat(code)
                    .matches("[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*")
                    .hasSizeLessThan(80));
  }

  private Stream<? extends AuditAction> actions() {
    return vocabularies.stream().flatMap(vocabulary -> vocabulary.actions().stream());
  }
}
