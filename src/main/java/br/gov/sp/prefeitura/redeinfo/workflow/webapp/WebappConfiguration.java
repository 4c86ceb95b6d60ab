package br.gov.sp.prefeitura.redeinfo.workflow.webapp;

import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory;
import java.time.Duration;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Camunda's web applications under {@code /camunda}, registered by ourselves: the starter's own
 * configuration is excluded, because it brings a second sign-in, a second protection against forged
 * requests that ends sessions, and a nonce shared by all requests. See {@code
 * docs/decisions/camunda-webapps-registered-by-us.md}.
 */
@Configuration(proxyBeanMethods = false)
class WebappConfiguration implements WebMvcConfigurer {

  static final String PATH = "/camunda";
  static final String ENGINE = "default";
  private static final String RESOURCES = "classpath:/META-INF/resources/webjars/camunda";

  @Bean
  PersonGroups personGroups(ObjectProvider<EngineDirectory> directory) {
    return new PersonGroups(directory);
  }

  @Bean
  WebappServlets webappServlets(
      IdentityService identityService,
      PersonGroups groups,
      ApiErrors errors,
      WebappLanguage language,
      ResourceLoader resourceLoader) {
    return new WebappServlets(
        new ApiGateFilter(identityService, groups, errors),
        new WebappPagesFilter(resourceLoader, RESOURCES, language, groups),
        errors,
        groups);
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    // What carries the version in its address or never changes may stay in the browser's cache; our
    // overlays (texts, styles, scripts) are asked for again each time and answered with 304.
    CacheControl aDay = CacheControl.maxAge(Duration.ofDays(1)).cachePrivate();
    registry
        .addResourceHandler(PATH + "/lib/**")
        .addResourceLocations(RESOURCES + "/lib/")
        .setCacheControl(aDay);
    registry
        .addResourceHandler(PATH + "/assets/**")
        .addResourceLocations(RESOURCES + "/assets/")
        .setCacheControl(aDay);
    registry
        .addResourceHandler(PATH + "/app/*/camunda-*-bootstrap.*")
        .addResourceLocations(RESOURCES + "/app/")
        .setCacheControl(aDay);
    registry
        .addResourceHandler(PATH + "/app/**")
        .addResourceLocations(RESOURCES + "/app/")
        .setCacheControl(CacheControl.noCache());
    registry
        .addResourceHandler(PATH + "/favicon.ico")
        .addResourceLocations(RESOURCES + "/")
        .setCacheControl(aDay);
  }
}
