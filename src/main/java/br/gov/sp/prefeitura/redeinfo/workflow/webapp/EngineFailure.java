package br.gov.sp.prefeitura.redeinfo.workflow.webapp;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.glassfish.jersey.server.ParamException;

/**
 * What kind of no an exception of the engine, of its API or of the database means. The engine's API
 * answers 500 to most of them, with class names in the text.
 */
enum EngineFailure {
  INVALID_REQUEST(400, "InvalidInput", "invalid-request"),
  MALFORMED_JSON(400, "InvalidInput", "malformed-json"),
  BAD_PARAMETER(400, "InvalidInput", "bad-parameter"),
  TOO_MANY(400, "InvalidInput", "too-many"),
  TOO_LONG(400, "InvalidInput", "too-long"),
  BAD_CHARACTER(400, "InvalidInput", "bad-character"),
  UNAUTHENTICATED(401, "Unauthenticated", "signed-out"),
  FORBIDDEN(403, "Forbidden", "forbidden"),
  FORGED(403, "Forbidden", "stale-page"),
  NOT_FOUND(404, "NotFound", "not-found"),
  TASK_NOT_OPEN(404, "NotFound", "task-not-open"),
  METHOD_NOT_ALLOWED(405, "InvalidInput", "method-not-allowed"),
  NOT_ACCEPTABLE(406, "InvalidInput", "not-acceptable"),
  CHANGED_MEANWHILE(409, "Conflict", "changed-meanwhile"),
  TAKEN(409, "Conflict", "task-taken"),
  SUSPENDED(409, "Conflict", "suspended"),
  TOO_LARGE(413, "InvalidInput", "too-large"),
  UNSUPPORTED_TYPE(415, "InvalidInput", "unsupported-type"),
  UNEXPECTED(500, "Unexpected", "unexpected"),
  UNAVAILABLE(503, "Unexpected", "unavailable");

  private final int status;
  private final String type;
  private final String code;

  EngineFailure(int status, String type, String code) {
    this.status = status;
    this.type = type;
    this.code = code;
  }

  int status() {
    return status;
  }

  String type() {
    return type;
  }

  String code() {
    return code;
  }

  String messageKey() {
    return "webapp.error." + code;
  }

  /** The innermost exception that says something decides; the wrappers around it only say 500. */
  static EngineFailure of(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      Optional<EngineFailure> known = known(cause);
      if (known.isPresent()) {
        return known.get();
      }
    }
    if (!(thrown instanceof RestException rest) || rest.getStatus() == null) {
      return UNEXPECTED;
    }
    EngineFailure byStatus = ofStatus(rest.getStatus().getStatusCode());
    // Some requests that the API itself calls invalid it answers with 500 all the same.
    return byStatus == UNEXPECTED && rest instanceof InvalidRequestException
        ? INVALID_REQUEST
        : byStatus;
  }

  static EngineFailure ofStatus(int status) {
    for (EngineFailure failure : values()) {
      if (failure.status == status) {
        return failure;
      }
    }
    return status >= 500 ? UNEXPECTED : INVALID_REQUEST;
  }

  private static Optional<EngineFailure> known(Throwable thrown) {
    if (thrown instanceof OptimisticLockingException) {
      return Optional.of(CHANGED_MEANWHILE);
    }
    if (thrown instanceof TaskAlreadyClaimedException) {
      return Optional.of(TAKEN);
    }
    if (thrown instanceof SuspendedEntityInteractionException) {
      return Optional.of(SUSPENDED);
    }
    if (thrown instanceof AuthorizationException) {
      return Optional.of(FORBIDDEN);
    }
    if (thrown instanceof NullValueException || thrown instanceof NotFoundException) {
      return Optional.of(NOT_FOUND);
    }
    if (thrown instanceof BadUserRequestException && exceedsTheLimit(thrown.getMessage())) {
      return Optional.of(TOO_MANY);
    }
    if (thrown instanceof BadUserRequestException
        || thrown instanceof NotValidException
        || thrown instanceof ParseException
        || thrown instanceof FormFieldValidationException) {
      return Optional.of(INVALID_REQUEST);
    }
    if (thrown instanceof JsonProcessingException) {
      return Optional.of(MALFORMED_JSON);
    }
    if (thrown instanceof SQLException sql) {
      return Optional.of(ofSqlState(sql.getSQLState()));
    }
    if (thrown instanceof ParamException) {
      return Optional.of(BAD_PARAMETER);
    }
    if (thrown instanceof WebApplicationException web) {
      return Optional.of(ofStatus(web.getResponse().getStatus()));
    }
    return comesFromReadingTheRequest(thrown) ? Optional.of(INVALID_REQUEST) : byItsWords(thrown);
  }

  /** The engine has no type of its own for this; its limit is tested over HTTP. */
  private static boolean exceedsTheLimit(String message) {
    return message != null
        && (message.startsWith("An unbound number of results")
            || message.startsWith("Max results limit"));
  }

  /**
   * Nor for these, of which the engine's API may have kept the words alone; likewise tested over
   * HTTP.
   */
  private static Optional<EngineFailure> byItsWords(Throwable thrown) {
    boolean untyped =
        thrown.getClass() == ProcessEngineException.class || thrown instanceof RestException;
    String words = thrown.getMessage();
    if (!untyped || words == null) {
      return Optional.empty();
    }
    if (words.contains("No job found with id '")) {
      return Optional.of(NOT_FOUND);
    }
    return words.contains("must specify at least one of jobIds or jobQuery")
            || words.contains("Unrecognized authorization type")
        ? Optional.of(INVALID_REQUEST)
        : Optional.empty();
  }

  private static EngineFailure ofSqlState(String state) {
    if (state == null) {
      return UNEXPECTED;
    }
    return switch (state) {
      case "22001" -> TOO_LONG;
      case "22021", "22P05" -> BAD_CHARACTER;
      default ->
          switch (state.substring(0, 2)) {
            case "22" -> INVALID_REQUEST;
            case "23", "40" -> CHANGED_MEANWHILE;
            case "08", "53", "57" -> UNAVAILABLE;
            default -> UNEXPECTED;
          };
    };
  }

  /**
   * The API's classes run into nulls and wrong types where a request leaves out what they expect.
   */
  private static boolean comesFromReadingTheRequest(Throwable thrown) {
    if (!(thrown instanceof NullPointerException
        || thrown instanceof IllegalArgumentException
        || thrown instanceof ClassCastException
        || thrown instanceof UnsupportedOperationException)) {
      return false;
    }
    for (StackTraceElement frame : thrown.getStackTrace()) {
      String type = frame.getClassName();
      if (type.startsWith("org.camunda.bpm.engine.rest.")) {
        return true;
      }
      if (type.startsWith("org.camunda.") || type.startsWith("br.gov.")) {
        return false;
      }
    }
    return false;
  }
}
