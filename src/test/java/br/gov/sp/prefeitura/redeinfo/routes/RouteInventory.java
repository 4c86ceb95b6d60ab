package br.gov.sp.prefeitura.redeinfo.routes;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.ws.rs.Path;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.catalina.Container;
import org.apache.catalina.Wrapper;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.glassfish.jersey.servlet.ServletContainer;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every route of the running application, asked from the frameworks that serve them. */
public final class RouteInventory {

  /** Camunda's resources nest three deep. */
  private static final int DEEPEST = 6;

  private RouteInventory() {}

  /** Our pages, health, and files. */
  public static SortedSet<Route> ofSpring(ServletWebServerApplicationContext context) {
    SortedSet<Route> routes = new TreeSet<>();
    for (HandlerMapping mapping : context.getBeansOfType(HandlerMapping.class).values()) {
      if (mapping instanceof RequestMappingInfoHandlerMapping methods) {
        methods.getHandlerMethods().keySet().forEach(info -> add(routes, info));
      } else if (mapping instanceof AbstractUrlHandlerMapping urls) {
        urls.getHandlerMap().keySet().forEach(path -> routes.add(new Route("GET", path)));
      } else {
        assertThat(mapping).isInstanceOf(RouterFunctionMapping.class);
        assertThat(((RouterFunctionMapping) mapping).getRouterFunction()).isNull();
      }
    }
    return routes;
  }

  private static void add(Set<Route> routes, RequestMappingInfo info) {
    Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
    for (String path : info.getPatternValues()) {
      if (methods.isEmpty()) {
        routes.add(new Route("ANY", path));
      }
      methods.forEach(method -> routes.add(new Route(method.name(), path)));
    }
  }

  /** The web applications' API, from Jersey's own model of it. */
  public static SortedSet<Route> ofWebapps(ServletWebServerApplicationContext context) {
    SortedSet<Route> routes = new TreeSet<>();
    for (Wrapper wrapper : servlets(context)) {
      if (servlet(wrapper) instanceof ServletContainer jersey) {
        String base = wrapper.findMappings()[0].replace("/*", "");
        ResourceConfig config = jersey.getConfiguration();
        config.getClasses().forEach(type -> addRoot(routes, base, type));
        config.getInstances().forEach(instance -> addRoot(routes, base, instance.getClass()));
      }
    }
    return routes;
  }

  /** Names of the servlets that are neither Spring's nor Jersey's. */
  static Set<String> otherServlets(ServletWebServerApplicationContext context) {
    Set<String> names = new TreeSet<>();
    for (Wrapper wrapper : servlets(context)) {
      if (!(servlet(wrapper) instanceof ServletContainer)) {
        names.add(wrapper.getName());
      }
    }
    return names;
  }

  private static Iterable<Wrapper> servlets(ServletWebServerApplicationContext context) {
    Container host = ((TomcatWebServer) context.getWebServer()).getTomcat().getHost();
    Container application = host.findChildren()[0];
    return java.util.Arrays.stream(application.findChildren()).map(Wrapper.class::cast).toList();
  }

  private static Servlet servlet(Wrapper wrapper) {
    try {
      Servlet servlet = wrapper.allocate();
      wrapper.deallocate(servlet);
      return servlet;
    } catch (ServletException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void addRoot(Set<Route> routes, String base, Class<?> type) {
    if (type.isAnnotationPresent(Path.class)) {
      Resource root = Resource.from(type, true);
      addInside(routes, join(base, root.getPath()), root, 0);
    }
  }

  private static void addInside(Set<Route> routes, String path, Resource resource, int depth) {
    assertThat(depth).as(path).isLessThan(DEEPEST);
    resource
        .getResourceMethods()
        .forEach(method -> routes.add(new Route(method.getHttpMethod(), path)));
    for (Resource child : resource.getChildResources()) {
      addInside(routes, join(path, child.getPath()), child, depth);
    }
    ResourceMethod locator = resource.getResourceLocator();
    if (locator != null) {
      // The path of the located class itself does not count, says JAX-RS.
      Class<?> located = locator.getInvocable().getHandlingMethod().getReturnType();
      Resource inside = Resource.from(located, true);
      assertThat(inside).as("%s, located at %s", located, path).isNotNull();
      addInside(routes, path, inside, depth + 1);
    }
  }

  private static String join(String base, String path) {
    String joined = (base + "/" + path).replaceAll("/+", "/");
    return joined.endsWith("/") ? joined.substring(0, joined.length() - 1) : joined;
  }
}
