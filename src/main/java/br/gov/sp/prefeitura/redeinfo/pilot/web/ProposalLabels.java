package br.gov.sp.prefeitura.redeinfo.pilot.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the fields of a proposal's page are called, in the person's language. */
@Component
class ProposalLabels {

  private static final Pattern ROW = Pattern.compile("(\\w+)\\[(\\d+)](?:\\.(\\w+))?");

  private final MessageSource messages;

  ProposalLabels(MessageSource messages) {
    this.messages = messages;
  }

  /**
   * @param name of a field, or of a row: {@code milestones[0].start}, {@code milestones[0]}
   */
  String of(String name) {
    Matcher row = ROW.matcher(name);
    if (!row.matches()) {
      return text("pilot.field." + name.split("\\.", 2)[0]);
    }
    String list = row.group(1);
    String which = text("pilot.row." + list, Integer.parseInt(row.group(2)) + 1);
    return row.group(3) == null
        ? which
        : which + ": " + text("pilot.row." + list + "." + row.group(3));
  }

  String text(String key, Object... args) {
    return messages.getMessage(key, args, LocaleContextHolder.getLocale());
  }

  /** The id of the field's input on the page. */
  static String id(String name) {
    return name.replace('[', '-').replace("]", "").replace('.', '-');
  }
}
