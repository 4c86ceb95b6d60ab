package br.gov.sp.prefeitura.redeinfo.workflow.webapp;

import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.glassfish.jersey.CommonProperties;

/**
 * One of Camunda's JAX-RS applications with some of its classes left out, all its error mappers
 * among them, and ours put in. Jersey prefers the mapper of the most specific exception, so one
 * mapper for everything is only reached when Camunda's are not there.
 */
public class WebappApi extends Application {

  private final Application camundas;
  private final Set<Class<?>> leftOut;
  private final Set<Object> ours;

  public WebappApi(Application camundas, Set<Class<?>> leftOut, Set<Object> ours) {
    this.camundas = camundas;
    this.leftOut = leftOut;
    this.ours = ours;
  }

  @Override
  public Set<Class<?>> getClasses() {
    return camundas.getClasses().stream()
        .filter(type -> !leftOut.contains(type))
        .filter(type -> !ExceptionMapper.class.isAssignableFrom(type))
        .collect(Collectors.toSet());
  }

  /** Instances, because ours are made by Spring. */
  @Override
  public Set<Object> getSingletons() {
    return ours;
  }

  @Override
  public Map<String, Object> getProperties() {
    Map<String, Object> properties = new HashMap<>(camundas.getProperties());
    // Else Jersey finds error mappers of Jackson's by itself, which answer in plain text.
    properties.put(CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true);
    return properties;
  }
}
