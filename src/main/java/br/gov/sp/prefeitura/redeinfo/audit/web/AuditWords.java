package br.gov.sp.prefeitura.redeinfo.audit.web;

import br.gov.sp.prefeitura.redeinfo.audit.AuditNames.Names;
import br.gov.sp.prefeitura.redeinfo.audit.InPlaceOf;
import br.gov.sp.prefeitura.redeinfo.audit.domain.AuditRow;
import br.gov.sp.prefeitura.redeinfo.shared.web.Dates;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says what an entry's ids and codes mean, in the reader's language. */
@Component
class AuditWords {

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final MessageSource messages;
  private final Dates dates;

  AuditWords(MessageSource messages, Dates dates) {
    this.messages = messages;
    this.dates = dates;
  }

  Line line(AuditRow row, Names names) {
    return new Line(
        row,
        action(row.action()),
        actor(row, names),
        inPlaceOf(row.inPlaceOf(), names),
        subject(row),
        row.personId() == null ? null : person(row.personId(), names),
        row.bodyId() == null ? null : body(row.bodyId(), names),
        text("audit.channel." + row.channel().code()),
        details(row.details()));
  }

  String action(String code) {
    return or("audit.action." + code, code);
  }

  String subjectType(String code) {
    return or("audit.subject." + code, code);
  }

  private String actor(AuditRow row, Names names) {
    if (row.actorId() != null) {
      return person(row.actorId(), names);
    }
    return switch (row.channel()) {
      case JOB, REPLAY, IMPORT -> text("audit.actor.application");
      case PAGE, TASKLIST, COCKPIT -> text("audit.actor.nobody");
    };
  }

  private String inPlaceOf(InPlaceOf whom, Names names) {
    if (whom == null) {
      return null;
    }
    String name =
        whom.kind() == InPlaceOf.Kind.PERSON ? person(whom.id(), names) : body(whom.id(), names);
    return text("audit.in-place-of." + whom.kind().code(), name);
  }

  private String subject(AuditRow row) {
    return subjectType(row.subjectType()) + " " + row.subjectId();
  }

  /** The id is text, or a format would put dots between its digits. */
  private String person(long id, Names names) {
    String name = names.persons().get(id);
    return name == null ? text("audit.person-erased", String.valueOf(id)) : name;
  }

  private String body(long id, Names names) {
    return names.bodies().getOrDefault(id, String.valueOf(id));
  }

  private Map<String, String> details(Map<String, Object> details) {
    Map<String, String> words = new LinkedHashMap<>();
    details.forEach((key, value) -> words.put(or("audit.detail." + key, key), value(value)));
    return words;
  }

  private String value(Object value) {
    if (value instanceof Collection<?> values) {
      return values.stream().map(this::value).collect(Collectors.joining(", "));
    }
    String code = String.valueOf(value);
    if (DAY.matcher(code).matches()) {
      return dates.day(LocalDate.parse(code));
    }
    return or("audit.value." + code.toLowerCase(Locale.ROOT), code);
  }

  private String or(String key, String otherwise) {
    return messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale());
  }

  private String text(String key, Object... args) {
    return messages.getMessage(key, args, LocaleContextHolder.getLocale());
  }

  /**
   * An entry in words.
   *
   * @param inPlaceOf e.g. "no lugar da chefia de SVMA", or {@code null}
   * @param person whom it concerns, or {@code null}
   * @param body which body it concerns, or {@code null}
   */
  record Line(
      AuditRow row,
      String action,
      String actor,
      String inPlaceOf,
      String subject,
      String person,
      String body,
      String channel,
      Map<String, String> details) {

    /** All details as one text. */
    public String detailText() {
      List<String> pairs =
          details.entrySet().stream()
              .map(detail -> detail.getKey() + ": " + detail.getValue())
              .toList();
      return String.join("; ", pairs);
    }
  }
}
