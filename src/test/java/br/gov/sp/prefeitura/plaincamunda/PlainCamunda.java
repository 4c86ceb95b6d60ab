package br.gov.sp.prefeitura.plaincamunda;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.actuate.autoconfigure.security.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.liquibase.LiquibaseAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.autoconfigure.session.SessionAutoConfiguration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/**
 * Camunda 7.24.0 and its web applications as the starter sets them up, with nothing of ours: what
 * the attacks of the package {@code holes} are tried on first. It lives outside the application's
 * package, so that no scan of the application's finds it, and runs in a process without the
 * application's classes.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
    exclude = {
      // On the class path for our application's sake; plain Camunda comes without.
      SecurityAutoConfiguration.class,
      SecurityFilterAutoConfiguration.class,
      UserDetailsServiceAutoConfiguration.class,
      ManagementWebSecurityAutoConfiguration.class,
      LiquibaseAutoConfiguration.class,
      SessionAutoConfiguration.class
    })
public class PlainCamunda {

  /** The people, members of {@link #GROUP} all. */
  public static final List<String> PEOPLE = List.of("ana", "bia", "eva");

  public static final String PASSWORD = "senha-de-teste-2017";
  public static final String GROUP = "office";

  /** A process with a task for the group in the variable {@code group}, asked by a form. */
  public static final String PROCESS = "plain";

  private static final String FORM =
      """
      {"id": "ask", "type": "default", "schemaVersion": 16,
       "executionPlatform": "Camunda Platform", "executionPlatformVersion": "7.24.0",
       "components": [{"id": "f", "type": "textfield", "key": "answer", "label": "Resposta",
                       "validate": {"required": true, "maxLength": 20}}]}
      """;

  /**
   * @param arguments the folder for traces of {@link Trap}, then Spring's
   */
  public static void main(String[] arguments) {
    System.setProperty(Trap.DIRECTORY, arguments[0]);
    SpringApplication application = new SpringApplication(PlainCamunda.class);
    application.setDefaultProperties(
        Map.of("spring.config.location", "optional:classpath:/none/", "server.port", "0"));
    application.run(List.of(arguments).subList(1, arguments.length).toArray(String[]::new));
  }

  /** People, a model and a list, as any first user makes them. */
  @EventListener
  void prepare(ApplicationReadyEvent ready) {
    ProcessEngine engine = ready.getApplicationContext().getBean(ProcessEngine.class);
    people(engine.getIdentityService());
    deploy(engine.getRepositoryService());
    engine
        .getFilterService()
        .saveFilter(
            engine
                .getFilterService()
                .newTaskFilter("Do meu órgão")
                .setQuery(
                    engine
                        .getTaskService()
                        .createTaskQuery()
                        .taskCandidateGroupInExpression("${currentUserGroups()}")
                        .includeAssignedTasks()));
    System.out.println("plain Camunda is ready");
  }

  private static void people(IdentityService identity) {
    identity.saveGroup(identity.newGroup(GROUP));
    for (String id : PEOPLE) {
      User user = identity.newUser(id);
      user.setPassword(PASSWORD);
      identity.saveUser(user);
      identity.createMembership(id, GROUP);
    }
  }

  private static void deploy(RepositoryService repository) {
    repository
        .createDeployment()
        .addString("ask.form", FORM)
        .addModelInstance(
            "plain.bpmn",
            Bpmn.createExecutableProcess(PROCESS)
                .camundaHistoryTimeToLive(30)
                .startEvent()
                .userTask("userTask_Ask")
                .camundaCandidateGroups("${group}")
                .camundaFormRef("ask")
                .camundaFormRefBinding("deployment")
                .userTask("userTask_Read")
                .camundaCandidateGroups("${group}")
                .endEvent()
                .done())
        .deploy();
  }
}
