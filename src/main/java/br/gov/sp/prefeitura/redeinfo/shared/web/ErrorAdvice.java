package br.gov.sp.prefeitura.redeinfo.shared.web;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.ConversionNotSupportedException;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Answers what a request got wrong in words and with a 4xx. What nobody foresaw is left to {@link
 * ErrorPages}, which says so without details.
 */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE - 10)
class ErrorAdvice {

  private final RefusalTexts refusals;
  private final MessageSource messages;

  ErrorAdvice(RefusalTexts refusals, MessageSource messages) {
    this.refusals = refusals;
    this.messages = messages;
  }

  @ExceptionHandler
  Object refused(Refusal refusal, HttpServletRequest request) {
    HttpStatus status =
        switch (refusal.kind()) {
          case INVALID -> HttpStatus.BAD_REQUEST;
          case FORBIDDEN -> HttpStatus.FORBIDDEN;
          case NOT_FOUND -> HttpStatus.NOT_FOUND;
          case CONFLICT -> HttpStatus.CONFLICT;
          case TOO_LARGE -> HttpStatus.PAYLOAD_TOO_LARGE;
          case UNSUPPORTED -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
          case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
        };
    String key = refusal.violations().isEmpty() ? "other" : refusal.violations().get(0).code();
    return Problem.answer(
        request, status, key, text("error." + status.value() + ".title"), refusals.texts(refusal));
  }

  @ExceptionHandler({
    TypeMismatchException.class,
    // A field's name that leads nowhere, e.g. a row beyond the last that a form takes.
    InvalidPropertyException.class,
    ServletRequestBindingException.class,
    BindException.class,
    ConstraintViolationException.class,
    HandlerMethodValidationException.class,
    HttpMessageNotReadableException.class,
    MultipartException.class
  })
  Object malformed(Exception problem, HttpServletRequest request) throws Exception {
    if (problem instanceof ConversionNotSupportedException) {
      throw problem;
    }
    // A path that is no number names nothing; a parameter that is none was typed wrong.
    boolean inPath =
        problem
                instanceof
                org.springframework.web.method.annotation.MethodArgumentTypeMismatchException
                    mismatch
            && mismatch
                .getParameter()
                .hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class);
    return words(request, inPath ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST);
  }

  @ExceptionHandler(MaxUploadSizeExceededException.class)
  Object tooLarge(HttpServletRequest request) {
    return words(request, HttpStatus.PAYLOAD_TOO_LARGE);
  }

  @ExceptionHandler({NoResourceFoundException.class, NoHandlerFoundException.class})
  Object notFound(HttpServletRequest request) {
    return words(request, HttpStatus.NOT_FOUND);
  }

  @ExceptionHandler
  Object wrongMethod(
      HttpRequestMethodNotSupportedException problem,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (problem.getSupportedHttpMethods() != null) {
      response.setHeader(
          HttpHeaders.ALLOW,
          problem.getSupportedHttpMethods().stream()
              .map(HttpMethod::name)
              .sorted()
              .collect(Collectors.joining(", ")));
    }
    return words(request, HttpStatus.METHOD_NOT_ALLOWED);
  }

  @ExceptionHandler(HttpMediaTypeNotSupportedException.class)
  Object wrongContent(HttpServletRequest request) {
    return words(request, HttpStatus.UNSUPPORTED_MEDIA_TYPE);
  }

  @ExceptionHandler(HttpMediaTypeNotAcceptableException.class)
  Object notAcceptable(HttpServletRequest request) {
    return words(request, HttpStatus.NOT_ACCEPTABLE);
  }

  /** Somebody else was faster; the constraints of the database are the last to notice. */
  @ExceptionHandler({ConcurrencyFailureException.class, DataIntegrityViolationException.class})
  Object conflict(HttpServletRequest request) {
    return words(request, HttpStatus.CONFLICT);
  }

  private Object words(HttpServletRequest request, HttpStatus status) {
    return Problem.answer(
        request,
        status,
        "http-" + status.value(),
        text("error." + status.value() + ".title"),
        List.of(text("error." + status.value() + ".text")));
  }

  private String text(String key) {
    return messages.getMessage(key, null, LocaleContextHolder.getLocale());
  }
}
