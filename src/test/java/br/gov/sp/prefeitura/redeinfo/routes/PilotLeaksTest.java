package br.gov.sp.prefeitura.redeinfo.routes;

import static br.gov.sp.prefeitura.redeinfo.routes.RoutePilots.Secret.DECLINE;
import static br.gov.sp.prefeitura.redeinfo.routes.RoutePilots.Secret.DRAFT;
import static br.gov.sp.prefeitura.redeinfo.routes.RoutePilots.Secret.DRAFT_EVIDENCE;
import static br.gov.sp.prefeitura.redeinfo.routes.RoutePilots.Secret.EVIDENCE;
import static br.gov.sp.prefeitura.redeinfo.routes.RoutePilots.Secret.NOTE;
import static br.gov.sp.prefeitura.redeinfo.routes.RoutePilots.Secret.OPINION;
import static br.gov.sp.prefeitura.redeinfo.routes.RoutePilots.Secret.PROPOSAL;
import static br.gov.sp.prefeitura.redeinfo.routes.RoutePilots.Secret.VOTE;
import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.routes.RoutePilots.Secret;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.Pdfs;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife.Team;
import br.gov.sp.prefeitura.redeinfo.support.TasklistClient;
import br.gov.sp.prefeitura.redeinfo.support.TasklistClient.VisibleTask;
import br.gov.sp.prefeitura.redeinfo.support.TestBodies;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Words that nobody can mistake are planted where only some may read them; then everybody reads
 * everything that they can ask for, and what they found is held against what they may know.
 */
@IntegrationTest
@DisplayName("What is not for everybody in a pilot")
class PilotLeaksTest {

  private static final String API = "/camunda/api/engine/engine/default";

  private static final List<String> OF_A_PILOT =
      List.of(
          "/pilots/{}",
          "/pilots/{}.pdf",
          "/pilots/{}/process",
          "/pilots/{}/process.bpmn",
          "/pilots/{}/proposal",
          "/pilots/{}/submissions/1",
          "/pilots/{}/submissions/1/changes",
          "/pilots/{}/evidence",
          "/projects/{}");

  private static final List<String> OF_A_RUNNING_ONE =
      List.of("report", "cancellation", "suspension", "sponsor", "scope-change", "presentation");

  private static final List<String> LISTS =
      List.of(
          "/",
          "/notices",
          "/pilots",
          "/pilots?q=" + RoutePilots.SEARCHED,
          "/pilots?whose=MY_BODY",
          "/pilots.csv",
          "/pilots.json",
          "/pilots/new",
          "/pilots/similar?title=" + RoutePilots.SEARCHED,
          "/projects",
          "/projects?q=" + RoutePilots.SEARCHED,
          "/projects.csv",
          "/projects.json",
          "/projects/dictionary");

  @Autowired ApplicationContext context;
  @Autowired TestPeople people;
  @Autowired TestBodies bodies;
  @Autowired PilotLife life;

  private final Map<String, Visitor> readers = new LinkedHashMap<>();
  private final Map<String, Set<Secret>> decided = new LinkedHashMap<>();
  private RoutePilots pilots;

  private void makeWorld() {
    Team a = life.team();
    Body partner = bodies.make();
    Body b = bodies.make();
    Person partnerHead = people.withFunction(Function.HEAD, partner.slug());
    Person elector = life.committee(1).get(0);
    pilots = new RoutePilots(context, a, elector, partnerHead);
    Set<Secret> all = EnumSet.allOf(Secret.class);
    Set<Secret> own = EnumSet.of(DRAFT, PROPOSAL, OPINION, EVIDENCE, DRAFT_EVIDENCE, DECLINE);
    Set<Secret> voters = EnumSet.of(PROPOSAL, OPINION, NOTE, VOTE, EVIDENCE);
    Set<Secret> none = EnumSet.noneOf(Secret.class);
    reader("a member of the body", people.signIn(a.member()), own);
    reader("its office", people.signIn(a.office()), own);
    reader("its head", people.signIn(a.head()), own);
    reader("the coordination", people.signIn(a.coordinator()), all);
    reader("an auditor", signIn(Function.AUDITOR, b), all);
    reader("who votes", people.signIn(elector), voters);
    reader("another member of the committee", signIn(Function.CIGA, b), voters);
    reader("the head of the partner", people.signIn(partnerHead), EnumSet.of(DECLINE));
    reader("a member of the partner", signIn(Function.VOLUNTEER, partner), EnumSet.of(DECLINE));
    reader("another body's head", signIn(Function.HEAD, b), none);
    reader("another body's office", signIn(Function.OFFICE, b), none);
    reader("another body's member", signIn(Function.VOLUNTEER, b), none);
    reader("the school", signIn(Function.EMASP, b), none);
    // Who runs the engine sees its tasks, and no page of pilots.
    Set<Secret> tasks = EnumSet.of(DRAFT, PROPOSAL, OPINION, NOTE, DECLINE);
    reader("an administrator", signIn(Function.ADMINISTRATOR, b), tasks);
    reader("a person without a function", people.signIn(people.person("cgm")), none);
    reader("anybody", people.visitor(), none);
  }

  private Visitor signIn(Function function, Body body) {
    return people.signIn(people.withFunction(function, body.slug()));
  }

  private void reader(String who, Visitor visitor, Set<Secret> may) {
    readers.put(who, visitor);
    decided.put(who, may);
  }

  @Test
  @DisplayName("is found by those who may know it, and by nobody else, whatever they ask for")
  void isFoundByWhoMay() {
    makeWorld();
    Map<String, Set<Secret>> found = new LinkedHashMap<>();
    List<String> leaks = new ArrayList<>();
    int answers = 0;
    for (Map.Entry<String, Visitor> reader : readers.entrySet()) {
      Set<Secret> seen = EnumSet.noneOf(Secret.class);
      for (Map.Entry<String, String> answer : everything(reader.getValue()).entrySet()) {
        answers++;
        for (Secret secret : Secret.values()) {
          if (answer.getValue().contains(secret.word())) {
            seen.add(secret);
            if (!decided.get(reader.getKey()).contains(secret)) {
              leaks.add(reader.getKey() + " finds " + secret + " at " + answer.getKey());
            }
          }
        }
      }
      found.put(reader.getKey(), seen);
    }
    assertThat(leaks).isEmpty();
    assertThat(found).isEqualTo(decided);
    assertThat(answers).as("answers read").isGreaterThan(900);
  }

  /** What the visitor gets at every address that there is, refusals included. */
  private Map<String, String> everything(Visitor visitor) {
    Map<String, String> answers = new LinkedHashMap<>();
    Map<String, String> things = pilots.things();
    List<String> addresses = new ArrayList<>(LISTS);
    for (String pilot : List.of("pilot", "voting", "voted", "running", "returned")) {
      OF_A_PILOT.forEach(path -> addresses.add(path.replace("{}", things.get(pilot))));
    }
    OF_A_RUNNING_ONE.forEach(
        what -> addresses.add("/pilots/" + things.get("running") + "/" + what));
    for (String evidence : List.of("evidence", "kept", "shown")) {
      for (String pilot : List.of("pilot", "voted")) {
        String id = things.get(evidence);
        addresses.add("/projects/" + things.get(pilot) + "/evidence/" + id + "/x");
        addresses.add("/pilots/" + things.get(pilot) + "/evidence/" + id + "/removal");
      }
      addresses.add("/pilots/evidence/" + things.get(evidence) + "/x");
    }
    addresses.forEach(address -> answers.put(address, read(visitor, address)));
    if (visitor.username() != null) {
      readTasks(visitor, answers);
    }
    return answers;
  }

  private static String read(Visitor visitor, String address) {
    if (!address.endsWith(".pdf")) {
      HttpResponse<String> answer = visitor.get(address);
      String location = answer.headers().firstValue("Location").orElse("");
      return answer.body() + location;
    }
    HttpResponse<byte[]> answer = visitor.download(address);
    return answer.statusCode() == 200
        ? Pdfs.text(answer.body())
        : new String(answer.body(), StandardCharsets.UTF_8);
  }

  /** The tasks that Tasklist shows the person, and those whose ids they might have guessed. */
  private void readTasks(Visitor visitor, Map<String, String> answers) {
    TasklistClient tasklist = new TasklistClient(visitor);
    for (String pilot : List.of("pilot", "voting", "voted", "running", "returned")) {
      String id = pilots.things().get(pilot);
      Stream<String> shown = tasklist.tasks(id).stream().map(VisibleTask::id);
      Stream<String> guessed = life.tasks(Long.parseLong(id)).stream().map(task -> task.id());
      Stream.concat(shown, guessed)
          .distinct()
          .flatMap(
              task ->
                  Stream.of("", "/form-variables", "/variables", "/deployed-form", "/comment")
                      .map(what -> API + "/task/" + task + what))
          .forEach(address -> answers.put(address, visitor.getJson(address).body()));
    }
  }
}
