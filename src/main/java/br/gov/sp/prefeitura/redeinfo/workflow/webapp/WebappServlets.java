package br.gov.sp.prefeitura.redeinfo.workflow.webapp;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.core.Application;
import java.util.EnumSet;
import java.util.Set;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.admin.impl.web.SetupResource;
import org.camunda.bpm.admin.impl.web.bootstrap.AdminContainerBootstrap;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.cockpit.impl.web.bootstrap.CockpitContainerBootstrap;
import org.camunda.bpm.engine.rest.filter.EmptyBodyFilter;
import org.camunda.bpm.engine.rest.mapper.JacksonConfigurator;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.tasklist.impl.web.bootstrap.TasklistContainerBootstrap;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthenticationResource;
import org.camunda.bpm.webapp.impl.util.ServletContextUtil;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;
import org.camunda.bpm.welcome.impl.web.bootstrap.WelcomeContainerBootstrap;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;
import org.springframework.boot.web.servlet.ServletContextInitializer;

/**
 * Registers the web applications' servlets and the few filters they need. Sign-in, protection
 * against forged requests and who may open which page are the security chain's.
 */
class WebappServlets implements ServletContextInitializer {

  private static final String API = WebappConfiguration.PATH + "/api";

  private final ApiGateFilter gate;
  private final WebappPagesFilter pages;
  private final ApiErrors errors;
  private final PersonGroups groups;

  WebappServlets(
      ApiGateFilter gate, WebappPagesFilter pages, ApiErrors errors, PersonGroups groups) {
    this.gate = gate;
    this.pages = pages;
    this.errors = errors;
    this.groups = groups;
  }

  @Override
  public void onStartup(ServletContext context) {
    context.addListener(new CockpitContainerBootstrap());
    context.addListener(new AdminContainerBootstrap());
    context.addListener(new TasklistContainerBootstrap());
    context.addListener(new WelcomeContainerBootstrap());
    ServletContextUtil.setAppPath(WebappConfiguration.PATH, context);

    filter(context, "webappApiGate", gate, API + "/*");
    filter(
        context,
        "webappPages",
        pages,
        WebappConfiguration.PATH + "/app/*",
        WebappConfiguration.PATH + "/app");
    filter(context, "webappEmptyBody", new EmptyBodyFilter(), API + "/*");

    servlet(
        context,
        "engine",
        new WebappApi(
            new EngineRestApplication(),
            Set.of(JacksonConfigurator.class),
            Set.of(new ApiErrorMapper(errors), new WebappJson())));
    api(context, "tasklist", new TasklistApplication());
    api(context, "cockpit", new CockpitApplication());
    api(context, "welcome", new WelcomeApplication());
    servlet(
        context,
        "admin",
        new WebappApi(
            new AdminApplication(),
            Set.of(SetupResource.class, UserAuthenticationResource.class),
            Set.of(new ApiErrorMapper(errors), new SignedInPersonResource(groups))));
  }

  private void api(ServletContext context, String name, Application camundas) {
    servlet(context, name, new WebappApi(camundas, Set.of(), Set.of(new ApiErrorMapper(errors))));
  }

  private static void servlet(ServletContext context, String name, Application application) {
    context
        .addServlet(
            "webapp-" + name, new ServletContainer(ResourceConfig.forApplication(application)))
        .addMapping(API + "/" + name + "/*");
  }

  private static void filter(
      ServletContext context, String name, Filter filter, String... patterns) {
    context
        .addFilter(name, filter)
        .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, patterns);
  }
}
