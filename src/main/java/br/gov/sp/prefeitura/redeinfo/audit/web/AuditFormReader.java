package br.gov.sp.prefeitura.redeinfo.audit.web;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditNames.NamedBody;
import br.gov.sp.prefeitura.redeinfo.audit.domain.AuditArchive;
import br.gov.sp.prefeitura.redeinfo.audit.domain.AuditFilter;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Turns what was typed into a filter, and says next to each field what is wrong with it. */
@Component
class AuditFormReader {

  private static final int EARLIEST_YEAR = 1900;
  private static final int LATEST_YEAR = 9998;
  private static final int LONGEST_LOGIN = 254;

  private final AuditArchive archive;

  AuditFormReader(AuditArchive archive) {
    this.archive = archive;
  }

  /** Meaningless if there are errors afterwards. */
  AuditFilter read(AuditForm form, Errors errors) {
    checkDay("from", form.getFrom(), errors);
    checkDay("to", form.getTo(), errors);
    if (!errors.hasErrors()
        && form.getFrom() != null
        && form.getTo() != null
        && form.getTo().isBefore(form.getFrom())) {
      errors.rejectValue("to", "audit.to-before-from");
    }
    String action = text(form.getAction());
    if (action != null && !archive.actions().contains(action)) {
      errors.rejectValue("action", "audit.action-unknown");
    }
    String type = text(form.getSubjectType());
    if (type != null && !archive.subjectTypes().contains(type)) {
      errors.rejectValue("subjectType", "audit.subject-type-unknown");
    }
    String subject = text(form.getSubject());
    if (subject != null && !AuditEntry.isId(subject)) {
      errors.rejectValue("subject", "audit.subject-invalid");
    } else if (subject != null && type == null) {
      errors.rejectValue("subjectType", "audit.subject-type-missing");
    }
    Long person = person(text(form.getPerson()), errors);
    Long body = body(text(form.getBody()), errors);
    return errors.hasErrors()
        ? null
        : new AuditFilter(
            startOf(form.getFrom()),
            form.getTo() == null ? null : startOf(form.getTo().plusDays(1)),
            action,
            person,
            type,
            subject,
            body);
  }

  private Long person(String login, Errors errors) {
    Optional<Long> found =
        login == null || login.length() > LONGEST_LOGIN
            ? Optional.empty()
            : archive.findPerson(login);
    if (login != null && found.isEmpty()) {
      errors.rejectValue("person", "audit.person-unknown");
    }
    return found.orElse(null);
  }

  private Long body(String slug, Errors errors) {
    if (slug == null) {
      return null;
    }
    Optional<NamedBody> found =
        archive.bodies().stream().filter(body -> body.slug().equals(slug)).findFirst();
    if (found.isEmpty()) {
      errors.rejectValue("body", "audit.body-unknown");
    }
    return found.map(NamedBody::id).orElse(null);
  }

  private static void checkDay(String field, LocalDate day, Errors errors) {
    if (day != null && (day.getYear() < EARLIEST_YEAR || day.getYear() > LATEST_YEAR)) {
      errors.rejectValue(field, "audit.day-out-of-range");
    }
  }

  private static Instant startOf(LocalDate day) {
    return day == null ? null : day.atStartOfDay(SaoPaulo.ZONE).toInstant();
  }

  private static String text(String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }
}
