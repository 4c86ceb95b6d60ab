package br.gov.sp.prefeitura.redeinfo.notification.domain;

import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.notification.domain.NoticeTexts.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Turns a notice into the two parts of a mail: HTML from one template, and the same as text. */
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
    String url = notice.path() == null ? null : baseUrl + notice.path();
    Context context = new Context(notice.locale());
    context.setVariable("words", words);
    context.setVariable("url", url);
    context.setVariable("language", notice.locale().toLanguageTag());
    return new RenderedMail(
        words.subject(), text(words, url, notice), templates.process("mail/notice", context));
  }

  private String text(Words words, String url, StoredNotice notice) {
    StringBuilder text = new StringBuilder();
    text.append(words.greeting()).append("\n\n").append(words.text()).append("\n\n");
    if (url != null) {
      text.append(words.action()).append(":\n").append(url).append("\n\n");
    }
    return text.append("-- \n")
        .append(common("notification.mail.network", notice))
        .append('\n')
        .append(words.reason())
        .append('\n')
        .append(common("notification.mail.automatic", notice))
        .append('\n')
        .toString();
  }

  private String common(String key, StoredNotice notice) {
    return messages.getMessage(key, null, notice.locale());
  }

  public record RenderedMail(String subject, String text, String html) {}
}
