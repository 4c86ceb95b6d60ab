package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import br.gov.sp.prefeitura.redeinfo.workflow.guard.FormGuard;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * The models as they lie in {@code processes/} and {@code forms/}, put together per process: the
 * BPMN, the forms its user tasks and start events refer to, and its decision tables. Resource names
 * are plain file names, so that they are the same from the jar and from an exploded run, and a
 * restart finds what it deployed before.
 *
 * <p>A decision table belongs to a process if a business rule task refers to it, or if the process
 * names it in an extension property {@value #DECISIONS} (for tables that a delegate evaluates).
 */
class ProcessArchive {

  /** Extension property of a process: ids of decision tables, separated by commas. */
  static final String DECISIONS = "decisions";

  private final ResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
  private final String root;

  /**
   * @param root where the folders {@code processes} and {@code forms} lie, e.g. {@code classpath:/}
   */
  ProcessArchive(String root) {
    this.root = root;
  }

  /**
   * The resources of every process by process key.
   *
   * @throws IllegalStateException if a file is not named like its process, or refers to a form or a
   *     decision table that is not there
   */
  Map<String, Map<String, byte[]>> deployments() {
    Map<String, Map<String, byte[]>> deployments = new TreeMap<>();
    for (Resource model : list("processes/*.bpmn")) {
      String file = model.getFilename();
      BpmnModelInstance parsed = parse(model);
      String key = file.substring(0, file.length() - ".bpmn".length());
      if (!processIds(parsed).equals(List.of(key))) {
        throw new IllegalStateException(
            file + " must hold one process, with the file's name as its id: " + processIds(parsed));
      }
      Map<String, byte[]> resources = new LinkedHashMap<>();
      resources.put(file, read(model));
      add(resources, file, "forms/", forms(parsed), ".form");
      add(resources, file, "processes/", decisions(parsed), ".dmn");
      deployments.put(key, resources);
    }
    return deployments;
  }

  private void add(
      Map<String, byte[]> resources,
      String model,
      String folder,
      Collection<String> ids,
      String extension) {
    for (String id : ids) {
      Resource resource = resolver.getResource(root + folder + id + extension);
      if (!resource.exists()) {
        throw new IllegalStateException(
            model + " refers to " + folder + id + extension + ", which does not exist");
      }
      byte[] content = read(resource);
      if (extension.equals(".form")) {
        requireSupported(id, content);
      }
      resources.put(id + extension, content);
    }
  }

  private static void requireSupported(String id, byte[] form) {
    try {
      FormGuard.requireSupported(form);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("forms/" + id + ".form: " + e.getMessage(), e);
    }
  }

  private static List<String> processIds(BpmnModelInstance model) {
    return model.getModelElementsByType(Process.class).stream().map(Process::getId).toList();
  }

  private static Set<String> forms(BpmnModelInstance model) {
    return sorted(
        Stream.concat(
            model.getModelElementsByType(UserTask.class).stream().map(UserTask::getCamundaFormRef),
            model.getModelElementsByType(StartEvent.class).stream()
                .map(StartEvent::getCamundaFormRef)));
  }

  private static Set<String> decisions(BpmnModelInstance model) {
    return sorted(
        Stream.concat(
            model.getModelElementsByType(BusinessRuleTask.class).stream()
                .map(BusinessRuleTask::getCamundaDecisionRef),
            model.getModelElementsByType(CamundaProperty.class).stream()
                .filter(property -> DECISIONS.equals(property.getCamundaName()))
                .flatMap(property -> Stream.of(property.getCamundaValue().split("\\s*,\\s*")))));
  }

  private static Set<String> sorted(Stream<String> ids) {
    Set<String> sorted = new TreeSet<>();
    ids.filter(id -> id != null && !id.isBlank()).forEach(sorted::add);
    return sorted;
  }

  private List<Resource> list(String pattern) {
    try {
      return List.of(resolver.getResources(root + pattern));
    } catch (FileNotFoundException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + root + pattern, e);
    }
  }

  private static BpmnModelInstance parse(Resource model) {
    try (InputStream stream = model.getInputStream()) {
      return Bpmn.readModelFromStream(stream);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + model, e);
    }
  }

  private static byte[] read(Resource resource) {
    try (InputStream stream = resource.getInputStream()) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }
}
