package br.gov.sp.prefeitura.redeinfo.workflow.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.core.Response.Status;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("An exception that the engine's API would answer with 500")
class EngineFailureTest {

  @ParameterizedTest(name = "{1}")
  @MethodSource
  @DisplayName("has a status and a code of its own")
  void hasAStatusAndACodeOfItsOwn(Throwable thrown, EngineFailure expected) {
    assertThat(EngineFailure.of(thrown)).isEqualTo(expected);
  }

  static Stream<Arguments> hasAStatusAndACodeOfItsOwn() {
    return Stream.of(
        Arguments.of(wrapped(new OptimisticLockingException("x")), EngineFailure.CHANGED_MEANWHILE),
        Arguments.of(new TaskAlreadyClaimedException("t", "u"), EngineFailure.TAKEN),
        Arguments.of(
            wrapped(new SuspendedEntityInteractionException("x")), EngineFailure.SUSPENDED),
        Arguments.of(new AuthorizationException("x"), EngineFailure.FORBIDDEN),
        Arguments.of(wrapped(new NullValueException("task is null")), EngineFailure.NOT_FOUND),
        Arguments.of(
            new ProcessEngineException("ENGINE-00000 No job found with id '7'."),
            EngineFailure.NOT_FOUND),
        Arguments.of(
            new InvalidRequestException(Status.INTERNAL_SERVER_ERROR, "No job found with id '7'."),
            EngineFailure.NOT_FOUND),
        Arguments.of(new BadUserRequestException("x"), EngineFailure.INVALID_REQUEST),
        Arguments.of(new JsonParseException(null, "x"), EngineFailure.MALFORMED_JSON),
        Arguments.of(wrapped(new SQLException("x", "22001")), EngineFailure.TOO_LONG),
        Arguments.of(wrapped(new SQLException("x", "22021")), EngineFailure.BAD_CHARACTER),
        Arguments.of(wrapped(new SQLException("x", "23505")), EngineFailure.CHANGED_MEANWHILE),
        Arguments.of(wrapped(new SQLException("x", "08006")), EngineFailure.UNAVAILABLE),
        Arguments.of(new NotAllowedException("GET"), EngineFailure.METHOD_NOT_ALLOWED),
        Arguments.of(new InvalidRequestException(Status.NOT_FOUND, "x"), EngineFailure.NOT_FOUND),
        Arguments.of(
            new InvalidRequestException(Status.INTERNAL_SERVER_ERROR, "no job"),
            EngineFailure.INVALID_REQUEST),
        Arguments.of(new ProcessEngineException("a fault of ours"), EngineFailure.UNEXPECTED),
        Arguments.of(new NullPointerException("a fault of ours"), EngineFailure.UNEXPECTED));
  }

  private static Throwable wrapped(Throwable cause) {
    ProcessEngineException engine =
        cause instanceof ProcessEngineException known
            ? known
            : new ProcessEngineException("wrapped", cause);
    return new RestException(Status.INTERNAL_SERVER_ERROR, engine, "Cannot submit task form");
  }
}
