package br.gov.sp.prefeitura.redeinfo.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What Tasklist asks of the application when a person works in it. */
public final class TasklistClient {

  private static final String API = "/camunda/api/engine/engine/default";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What is mine, what is offered to my groups, and everything for those who read everything. */
  private static final Set<String> COMPLETE_LISTS =
      Set.of("Minhas tarefas", "Do meu órgão", "Em substituição", "Todas (coordenação)");

  private final Visitor person;

  /**
   * @param person signed in
   */
  public TasklistClient(Visitor person) {
    this.person = person;
  }

  /** The tasks this person sees among those of a process instance, by its business key. */
  public List<VisibleTask> tasks(String businessKey) {
    ObjectNode query = JSON.createObjectNode().put("processInstanceBusinessKey", businessKey);
    Map<String, VisibleTask> tasks = new LinkedHashMap<>();
    for (String list : lists()) {
      String path = API + "/filter/" + list + "/list?maxResults=50";
      for (JsonNode task : read(person.postJson(path, query.toString()))) {
        tasks.putIfAbsent(task.get("id").asText(), VisibleTask.of(task));
      }
    }
    return List.copyOf(tasks.values());
  }

  /** Ids of the ready-made lists that show all the tasks the person may see. */
  public List<String> lists() {
    List<String> ids = new ArrayList<>();
    for (JsonNode filter : read(person.getJson(API + "/filter?resourceType=Task&maxResults=50"))) {
      if (COMPLETE_LISTS.contains(filter.get("name").asText())) {
        ids.add(filter.get("id").asText());
      }
    }
    return ids;
  }

  /** The one task of this kind that the person sees. */
  public VisibleTask task(String businessKey, String taskKey) {
    List<VisibleTask> tasks =
        tasks(businessKey).stream().filter(task -> task.key().equals(taskKey)).toList();
    assertThat(tasks).as("tasks %s of %s", taskKey, businessKey).hasSize(1);
    return tasks.get(0);
  }

  public HttpResponse<String> claim(String taskId) {
    String body = JSON.createObjectNode().put("userId", person.username()).toString();
    return person.postJson(API + "/task/" + taskId + "/claim", body);
  }

  /** What the form of the task shows, as the server gives it. */
  public Map<String, JsonNode> formVariables(String taskId) {
    JsonNode answer = read(person.getJson(API + "/task/" + taskId + "/form-variables"));
    Map<String, JsonNode> values = new LinkedHashMap<>();
    answer
        .fields()
        .forEachRemaining(field -> values.put(field.getKey(), field.getValue().get("value")));
    return values;
  }

  /** Saves the task as Tasklist does, whole: as it is, but for the named properties. */
  public HttpResponse<String> save(String taskId, Map<String, ?> changes) {
    ObjectNode task = (ObjectNode) read(person.getJson(API + "/task/" + taskId));
    changes.forEach((name, value) -> task.set(name, JSON.valueToTree(value)));
    return person.write(
        "PUT",
        API + "/task/" + taskId,
        "application/json",
        BodyPublishers.ofString(task.toString()));
  }

  public HttpResponse<String> deployedForm(String taskId) {
    return person.getJson(API + "/task/" + taskId + "/deployed-form");
  }

  /** Submits the form; values go untyped, as form-js sends them. */
  public HttpResponse<String> submit(String taskId, Map<String, ?> values) {
    ObjectNode variables = JSON.createObjectNode();
    values.forEach(
        (name, value) ->
            variables.set(name, JSON.createObjectNode().set("value", JSON.valueToTree(value))));
    ObjectNode body = JSON.createObjectNode();
    body.set("variables", variables);
    return submitRaw(taskId, body.toString());
  }

  public HttpResponse<String> submitRaw(String taskId, String body) {
    return person.postJson(API + "/task/" + taskId + "/submit-form", body);
  }

  /** Takes the task on, answers it, and expects that to be accepted. */
  public void answer(String businessKey, String taskKey, Map<String, ?> values) {
    VisibleTask task = task(businessKey, taskKey);
    if (task.assignee() == null) {
      HttpResponse<String> claimed = claim(task.id());
      assertThat(claimed.statusCode()).as("claiming: %s", claimed.body()).isEqualTo(204);
    }
    HttpResponse<String> submitted = submit(task.id(), values);
    assertThat(submitted.statusCode()).as("submitting: %s", submitted.body()).isEqualTo(204);
  }

  private static JsonNode read(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + answer.body(), e);
    }
  }

  /** A task as Tasklist lists it. */
  public record VisibleTask(String id, String key, String name, String assignee, String due) {

    private static VisibleTask of(JsonNode task) {
      return new VisibleTask(
          task.get("id").asText(),
          task.get("taskDefinitionKey").asText(),
          task.get("name").asText(),
          task.path("assignee").asText(null),
          task.path("due").asText(null));
    }
  }
}
