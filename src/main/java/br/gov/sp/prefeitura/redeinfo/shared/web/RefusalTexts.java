package br.gov.sp.prefeitura.redeinfo.shared.web;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/** Says refusals in the person's language, next to the fields they concern where there are any. */
@Component
public class RefusalTexts {

  private final MessageSource messages;

  RefusalTexts(MessageSource messages) {
    this.messages = messages;
  }

  public String text(Violation violation) {
    return messages.getMessage(
        violation.messageKey(),
        violation.args().toArray(),
        messages.getMessage("refusal.other", null, LocaleContextHolder.getLocale()),
        LocaleContextHolder.getLocale());
  }

  public List<String> texts(Refusal refusal) {
    return refusal.violations().stream().map(this::text).distinct().toList();
  }

  /**
   * Puts the refusal's texts next to the form's fields, so that the page can be shown again with
   * everything the person typed. Violations of fields that the form does not have stand above it.
   *
   * @return the status of that page: 409 if somebody was faster, else 400
   */
  public HttpStatus bind(Refusal refusal, BindingResult form) {
    for (Violation violation : refusal.violations()) {
      if (violation.field() != null && hasField(form, violation.field())) {
        form.rejectValue(
            violation.field(), violation.code(), violation.args().toArray(), text(violation));
      } else {
        form.reject(violation.code(), violation.args().toArray(), text(violation));
      }
    }
    return refusal.kind() == Refusal.Kind.CONFLICT ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST;
  }

  private static boolean hasField(BindingResult form, String field) {
    try {
      form.getFieldType(field);
      return form.getFieldValue(field) != null || form.getFieldType(field) != null;
    } catch (RuntimeException e) {
      return false;
    }
  }
}
