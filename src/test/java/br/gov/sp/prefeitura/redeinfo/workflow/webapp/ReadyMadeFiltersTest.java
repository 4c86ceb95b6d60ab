package br.gov.sp.prefeitura.redeinfo.workflow.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import br.gov.sp.prefeitura.redeinfo.workflow.engine.TestModels;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("Tasklist's ready-made lists")
class ReadyMadeFiltersTest {

  private static final int PAGE = 500;
  private static final String KEY = "test-ready-made-filters";
  private static final String FILTERS = "/camunda/api/engine/engine/default/filter";

  @Autowired TestPeople people;
  @Autowired ReadyMadeFilters filters;
  @Autowired FilterService filterService;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired ObjectMapper json;

  @BeforeEach
  void deploy() {
    if (repository.createProcessDefinitionQuery().processDefinitionKey(KEY).count() == 0) {
      TestModels.deploy(
          repository,
          KEY,
          TestModels.oneTask(KEY, "test-form", "smit.head"),
          Map.of("test-form", TestModels.form("test-form")));
    }
  }

  @Test
  @DisplayName("are five for everybody and six for those who read everything, in this order")
  void areFiveForEverybody() throws Exception {
    List<String> everybodys =
        List.of("Minhas tarefas", "Do meu órgão", "Em substituição", "Para aprovar", "Atrasadas");

    assertThat(namesFor(Function.HEAD)).containsExactlyElementsOf(everybodys);
    assertThat(namesFor(Function.OFFICE)).containsExactlyElementsOf(everybodys);
    for (Function reader :
        List.of(Function.COORDINATION, Function.AUDITOR, Function.ADMINISTRATOR)) {
      assertThat(namesFor(reader))
          .containsAll(everybodys)
          .hasSize(6)
          .last()
          .isEqualTo("Todas (coordenação)");
    }
  }

  @Test
  @DisplayName("stay as many as they are when the application starts again")
  void stayAsMany() {
    long before = filterService.createFilterQuery().count();

    filters.afterSingletonsInstantiated();

    assertThat(filterService.createFilterQuery().count()).isEqualTo(before);
  }

  @Test
  @DisplayName("show body and subject of what is offered to my group")
  void showBodyAndSubject() throws Exception {
    Visitor head = people.signIn(people.withFunction(Function.HEAD, "smit"));
    Task task = start();

    for (String name : List.of("Minhas tarefas", "Do meu órgão")) {
      JsonNode offered = find(list(head, name), task);
      assertThat(offered.path("name").asText()).as(name).isEqualTo("Responder");
      assertThat(offered.at("/_embedded/variable").toString())
          .as(name)
          .contains("\"SMIT\"", "SMIT · Secretaria de Inovação");
    }
  }

  @Test
  @DisplayName("keep what somebody took on mine, and with the body for the others")
  void keepWhatSomebodyTook() throws Exception {
    Person head = people.withFunction(Function.HEAD, "smit");
    Visitor visitor = people.signIn(head);
    Visitor colleague = people.signIn(people.withFunction(Function.HEAD, "smit"));
    Task task = start();

    tasks.claim(task.getId(), head.username());

    assertThat(find(list(visitor, "Minhas tarefas"), task)).isNotNull();
    assertThat(find(list(colleague, "Minhas tarefas"), task)).isNull();
    for (Visitor member : List.of(visitor, colleague)) {
      assertThat(find(list(member, "Do meu órgão"), task)).isNotNull();
    }
  }

  @Test
  @DisplayName("are empty for somebody without any function")
  void areEmptyWithoutAnyFunction() throws Exception {
    Visitor visitor = people.signIn(people.person("smit"));

    for (String name :
        List.of("Minhas tarefas", "Do meu órgão", "Em substituição", "Para aprovar", "Atrasadas")) {
      assertThat(list(visitor, name).isEmpty()).as(name).isTrue();
    }
  }

  @Test
  @DisplayName("show nothing of another body's")
  void showNothingOfAnotherBodys() throws Exception {
    Task task = start();
    Visitor stranger = people.signIn(people.withFunction(Function.HEAD, "sme"));
    Visitor coordinator = people.signIn(people.withFunction(Function.COORDINATION, "cgm"));

    for (String name :
        List.of("Minhas tarefas", "Do meu órgão", "Em substituição", "Para aprovar", "Atrasadas")) {
      assertThat(find(list(stranger, name), task)).as(name).isNull();
    }
    assertThat(find(list(coordinator, "Todas (coordenação)"), task)).isNotNull();
  }

  private Task start() {
    String key = UUID.randomUUID().toString();
    runtime.startProcessInstanceByKey(
        KEY, key, Map.of("bodyAcronym", "SMIT", "subject", "SMIT · Secretaria de Inovação"));
    return tasks.createTaskQuery().processInstanceBusinessKey(key).singleResult();
  }

  private List<String> namesFor(Function function) throws Exception {
    Visitor visitor = people.signIn(people.withFunction(function, "smit"));
    List<JsonNode> found = new ArrayList<>();
    json.readTree(visitor.getJson(FILTERS + "?resourceType=Task&maxResults=50").body())
        .forEach(found::add);
    found.sort(Comparator.comparingInt(filter -> filter.at("/properties/priority").asInt()));
    return found.stream().map(filter -> filter.get("name").asText()).toList();
  }

  /** The whole list, page by page as Tasklist reads it. */
  private JsonNode list(Visitor visitor, String name) throws Exception {
    String id = filterService.createFilterQuery().filterName(name).singleResult().getId();
    visitor.get("/camunda/app/tasklist/default/");
    ArrayNode all = json.createArrayNode();
    JsonNode page;
    do {
      page = page(visitor, id, all.size());
      page.forEach(all::add);
    } while (page.size() == PAGE);
    return all;
  }

  private JsonNode page(Visitor visitor, String filter, int first) throws Exception {
    // HAL, as Tasklist asks for it, brings the variables along.
    String body =
        visitor
            .send(
                FILTERS + "/" + filter + "/list?firstResult=" + first + "&maxResults=" + PAGE,
                request ->
                    request
                        .header("Accept", "application/hal+json")
                        .header("Content-Type", "application/json")
                        .header("X-XSRF-TOKEN", visitor.cookie("XSRF-TOKEN").orElseThrow())
                        .POST(BodyPublishers.ofString("{}")))
            .body();
    return json.readTree(body).at("/_embedded/task");
  }

  private static JsonNode find(JsonNode list, Task task) {
    for (JsonNode entry : list) {
      if (entry.get("id").asText().equals(task.getId())) {
        return entry;
      }
    }
    return null;
  }
}
