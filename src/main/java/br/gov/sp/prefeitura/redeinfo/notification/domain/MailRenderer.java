package br.gov.sp.prefeitura.redeinfo.notification.domain;

import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.notification.domain.NoticeTexts.Words;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Turns a notice or a letter into the two parts of a mail: HTML from one template, and the same as
 * text.
 */
@Component
public class MailRenderer {

  private final NoticeTexts texts;
  private final ITemplateEngine templates;
  private final MessageSource messages;
  private final String baseUrl;

  MailRenderer(
      NoticeTexts texts,
      ITemplateEngine templates,
      MessageSource messages,
      @Value("${rede-info.base-url}") String baseUrl) {
    this.texts = texts;
    this.templates = templates;
    this.messages = messages;
    this.baseUrl = baseUrl.replaceAll("/+$", "");
  }

  /**
   * @throws IllegalArgumentException if a text is missing
   */
  public RenderedMail render(StoredNotice notice, Person recipient) {
    Words words =
        texts.words(notice.template(), notice.parameters(), recipient.name(), notice.locale());
    return render(words, absolute(notice.path()), null, notice.locale());
  }

  /**
   * @throws IllegalArgumentException if a text is missing
   */
  RenderedMail render(StoredLetter letter) {
    return render(
        texts.letter(letter.template(), letter.parameters(), letter.locale()),
        absolute(letter.path()),
        absolute(letter.optOutPath()),
        letter.locale());
  }

  /** The address of a page of the application; {@code null} for none. */
  String absolute(String path) {
    return path == null ? null : baseUrl + path;
  }

  private RenderedMail render(Words words, String url, String optOutUrl, Locale locale) {
    Context context = new Context(locale);
    context.setVariable("words", words);
    context.setVariable("url", url);
    context.setVariable("optOutUrl", optOutUrl);
    context.setVariable("language", locale.toLanguageTag());
    return new RenderedMail(
        words.subject(),
        text(words, url, optOutUrl, locale),
        templates.process("mail/notice", context));
  }

  private String text(Words words, String url, String optOutUrl, Locale locale) {
    StringBuilder text = new StringBuilder();
    text.append(words.greeting()).append("\n\n").append(words.text()).append("\n\n");
    if (url != null) {
      text.append(words.action()).append(":\n").append(url).append("\n\n");
    }
    text.append("-- \n")
        .append(common("notification.mail.network", locale))
        .append('\n')
        .append(words.reason())
        .append('\n');
    if (optOutUrl != null) {
      text.append(common("notification.letter.opt-out", locale))
          .append(": ")
          .append(optOutUrl)
          .append('\n');
    }
    return text.append(common("notification.mail.automatic", locale)).append('\n').toString();
  }

  private String common(String key, Locale locale) {
    return messages.getMessage(key, null, locale);
  }

  public record RenderedMail(String subject, String text, String html) {}
}
