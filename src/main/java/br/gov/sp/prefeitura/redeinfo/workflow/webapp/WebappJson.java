package br.gov.sp.prefeitura.redeinfo.workflow.webapp;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.rest.dto.task.TaskDto;
import org.camunda.bpm.engine.rest.hal.Hal;
import org.camunda.bpm.engine.rest.mapper.JacksonConfigurator;

/**
 * Reads and writes JSON as Camunda's {@link JacksonConfigurator} does, but for one thing: Tasklist
 * saves a task by sending back what it got, and Camunda answers 400 to that for every task with a
 * form of ours, because it tries to read the reference to the form, which is an interface.
 */
@Provider
@Produces({MediaType.APPLICATION_JSON, Hal.APPLICATION_HAL_JSON})
public class WebappJson implements ContextResolver<ObjectMapper> {

  private final ObjectMapper mapper =
      JacksonConfigurator.configureObjectMapper(new ObjectMapper())
          .addMixIn(TaskDto.class, SentBack.class);

  @Override
  public ObjectMapper getContext(Class<?> type) {
    return mapper;
  }

  /** What of a task is written, and not read when it comes back. */
  private abstract static class SentBack {

    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    CamundaFormRef camundaFormRef;
  }
}
