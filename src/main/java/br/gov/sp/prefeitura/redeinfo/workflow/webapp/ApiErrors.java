package br.gov.sp.prefeitura.redeinfo.workflow.webapp;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Puts every failure of the web applications' API into words: a 4xx with a stable code and a
 * message in the person's language, no class names; 5xx only for faults of ours, which are logged.
 */
@Component
class ApiErrors {

  private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);
  private static final Pattern TASK = Pattern.compile(".*/engine/[^/]+/task/[^/]+(/.*)?");

  private final MessageSource messages;
  private final WebappLanguage language;
  private final ObjectMapper json;

  ApiErrors(MessageSource messages, WebappLanguage language, ObjectMapper json) {
    this.messages = messages;
    this.language = language;
    this.json = json;
  }

  /** What to answer to this exception. */
  ApiError of(Throwable thrown, HttpServletRequest request) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal refusal) {
        return refused(refusal, language.of(request));
      }
    }
    EngineFailure failure = EngineFailure.of(thrown);
    if (failure == EngineFailure.NOT_FOUND && TASK.matcher(request.getRequestURI()).matches()) {
      failure = EngineFailure.TASK_NOT_OPEN;
    }
    if (failure.status() >= 500) {
      LOG.error("{} {} failed", request.getMethod(), request.getServletPath(), thrown);
    } else {
      LOG.debug("{} {}: {}", request.getMethod(), request.getServletPath(), failure, thrown);
    }
    return of(failure, request);
  }

  ApiError of(EngineFailure failure, HttpServletRequest request) {
    String message = messages.getMessage(failure.messageKey(), null, language.of(request));
    return new ApiError(failure.status(), failure.type(), failure.code(), message, List.of());
  }

  /** Answers outside Jersey, from the security chain. */
  void write(EngineFailure failure, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ApiError error = of(failure, request);
    response.setStatus(error.status());
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    json.writeValue(response.getOutputStream(), error);
  }

  private ApiError refused(Refusal refusal, Locale locale) {
    EngineFailure kind =
        switch (refusal.kind()) {
          case INVALID, TOO_LARGE, UNSUPPORTED, TOO_MANY -> EngineFailure.INVALID_REQUEST;
          case FORBIDDEN -> EngineFailure.FORBIDDEN;
          case NOT_FOUND -> EngineFailure.NOT_FOUND;
          case CONFLICT -> EngineFailure.CHANGED_MEANWHILE;
        };
    List<ApiError.FieldError> violations =
        refusal.violations().stream()
            .map(v -> new ApiError.FieldError(v.field(), v.code(), text(v, kind, locale)))
            .toList();
    return new ApiError(
        kind.status(),
        kind.type(),
        violations.isEmpty() ? kind.code() : violations.get(0).code(),
        violations.isEmpty()
            ? messages.getMessage(kind.messageKey(), null, locale)
            : violations.stream()
                .map(ApiError.FieldError::message)
                .distinct()
                .collect(Collectors.joining(" ")),
        violations.stream().filter(v -> v.field() != null).toList());
  }

  private String text(Violation violation, EngineFailure kind, Locale locale) {
    String general = messages.getMessage(kind.messageKey(), null, locale);
    return messages.getMessage(violation.messageKey(), violation.args().toArray(), general, locale);
  }
}
