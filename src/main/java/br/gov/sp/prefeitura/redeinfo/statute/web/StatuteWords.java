package br.gov.sp.prefeitura.redeinfo.statute.web;

import br.gov.sp.prefeitura.redeinfo.statute.domain.StatuteText;
import br.gov.sp.prefeitura.redeinfo.statute.domain.StatuteText.Section;
import java.util.Arrays;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Brings the statute's text and what is said about it into words for pages. */
@Component("statuteWords")
public class StatuteWords {

  private final MessageSource messages;

  StatuteWords(MessageSource messages) {
    this.messages = messages;
  }

  /** The sections in order, with their paragraphs; those without text are left out. */
  public List<ShownSection> sections(StatuteText text) {
    return Arrays.stream(Section.values())
        .map(section -> new ShownSection(section, paragraphs(section.of(text))))
        .filter(section -> !section.paragraphs().isEmpty())
        .toList();
  }

  /** An empty line separates paragraphs; line breaks within one stay. */
  static List<String> paragraphs(String text) {
    return Arrays.stream(text.split("\\n\\s*\\n"))
        .map(String::strip)
        .filter(p -> !p.isEmpty())
        .toList();
  }

  /** The name of a measure; its code where a module has given it none. */
  public String measure(String code) {
    return messages.getMessage(
        "statute.measure." + code, null, code, LocaleContextHolder.getLocale());
  }

  String text(String key, Object... args) {
    return messages.getMessage(key, args, LocaleContextHolder.getLocale());
  }

  /** A section as the reader sees it. */
  public record ShownSection(Section section, List<String> paragraphs) {}
}
