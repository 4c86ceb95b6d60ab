package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class ConditionalOnDemonstrationTest {

  private static final String ENABLED = "rede-info.demonstration.enabled=true";

  private final ApplicationContextRunner application =
      new ApplicationContextRunner().withUserConfiguration(Invented.class);

  @Test
  @DisplayName("Nothing of the demonstration exists unless it is asked for")
  void notByDefault() {
    application.run(context -> assertThat(context).doesNotHaveBean("people"));
  }

  @Test
  @DisplayName("It exists where it is asked for")
  void onDemand() {
    application.withPropertyValues(ENABLED).run(context -> assertThat(context).hasBean("people"));
  }

  @Test
  @DisplayName("In production it does not exist even if it is asked for")
  void neverInProduction() {
    application
        .withPropertyValues(ENABLED, "spring.profiles.active=production")
        .run(context -> assertThat(context).doesNotHaveBean("people"));
  }

  @Configuration
  @ConditionalOnDemonstration
  static class Invented {
    @Bean
    String people() {
      return "invented";
    }
  }
}
