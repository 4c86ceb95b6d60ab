package br.gov.sp.prefeitura.redeinfo.workflow.webapp;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** The one error mapper of the web applications' API. */
public class ApiErrorMapper implements ExceptionMapper<Throwable> {

  private final ApiErrors errors;

  @Context private HttpServletRequest request;

  ApiErrorMapper(ApiErrors errors) {
    this.errors = errors;
  }

  @Override
  public Response toResponse(Throwable thrown) {
    ApiError error = errors.of(thrown, request);
    return Response.status(error.status())
        .type(MediaType.APPLICATION_JSON_TYPE.withCharset("utf-8"))
        .entity(error)
        .build();
  }
}
