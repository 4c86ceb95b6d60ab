package br.gov.sp.prefeitura.redeinfo.notification.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Puts a notice into words: messages with named placeholders, as {@code Notices} describes them.
 */
@Component
public class NoticeTexts {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)}");

  private final MessageSource messages;

  NoticeTexts(MessageSource messages) {
    this.messages = messages;
  }

  /**
   * @throws IllegalArgumentException if the template has no texts in this language, or a
   *     placeholder without a parameter
   */
  public Words words(
      String template, Map<String, String> parameters, String recipientName, Locale locale) {
    return words("notice", template, parameters, greeting(recipientName, locale), locale);
  }

  /** The words of a letter; see {@link #words}. */
  Words letter(String template, Map<String, String> parameters, Locale locale) {
    String name = parameters.get("name");
    String greeting =
        name == null ? common("notification.letter.greeting", locale) : greeting(name, locale);
    return words("letter", template, parameters, greeting, locale);
  }

  private Words words(
      String kind,
      String template,
      Map<String, String> parameters,
      String greeting,
      Locale locale) {
    Filler filler = new Filler(template, parameters);
    String key = kind + "." + template;
    return new Words(
        filler.fill(required(key + ".subject", locale)),
        paragraphs(filler.fill(required(key + ".text", locale))),
        filler.fill(optional(key + ".action", "notification.mail.action", locale)),
        filler.fill(
            optional(
                key + ".reason",
                "notification." + (kind.equals("letter") ? "letter" : "mail") + ".reason",
                locale)),
        greeting);
  }

  private String greeting(String name, Locale locale) {
    return new Filler("greeting", Map.of("name", name))
        .fill(common("notification.mail.greeting", locale));
  }

  /** For lists: a notice whose template has lost its texts is still there, and says so. */
  public Words wordsOrApology(StoredNotice notice, Locale locale) {
    try {
      return words(notice.template(), notice.parameters(), "", locale);
    } catch (IllegalArgumentException e) {
      String apology = common("notification.unreadable", locale);
      return new Words(apology, List.of(apology), apology, "", "");
    }
  }

  private String required(String key, Locale locale) {
    String text = messages.getMessage(key, null, null, locale);
    if (text == null) {
      throw new IllegalArgumentException("no message " + key);
    }
    return text;
  }

  private String optional(String key, String otherwise, Locale locale) {
    String text = messages.getMessage(key, null, null, locale);
    return text != null ? text : common(otherwise, locale);
  }

  private String common(String key, Locale locale) {
    return messages.getMessage(key, null, locale);
  }

  private static List<String> paragraphs(String text) {
    return Arrays.stream(text.strip().split("\\R[ \\t]*\\R\\s*")).map(String::strip).toList();
  }

  /**
   * @param paragraphs plain text; a paragraph may have several lines
   * @param action what the link says
   * @param reason why one gets this
   */
  public record Words(
      String subject, List<String> paragraphs, String action, String reason, String greeting) {

    public String text() {
      return String.join("\n\n", paragraphs);
    }
  }

  private record Filler(String template, Map<String, String> parameters) {

    String fill(String text) {
      return PLACEHOLDER.matcher(text).replaceAll(this::value);
    }

    private String value(MatchResult placeholder) {
      String value = parameters.get(placeholder.group(1));
      if (value == null) {
        throw new IllegalArgumentException(
            "notice " + template + " needs the parameter " + placeholder.group(1));
      }
      return Matcher.quoteReplacement(value);
    }
  }
}
