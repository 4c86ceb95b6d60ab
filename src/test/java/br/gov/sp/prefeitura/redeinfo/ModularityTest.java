package br.gov.sp.prefeitura.redeinfo;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

@DisplayName("The application's modules")
class ModularityTest {

  private final ApplicationModules modules = ApplicationModules.of(RedeInfoApplication.class);

  @Test
  @DisplayName("use each other only as their package-info says")
  void useEachOtherOnlyAsDeclared() {
    modules.verify();
  }

  @Test
  @DisplayName("are documented with diagrams in target/spring-modulith-docs")
  void areDocumented() {
    new Documenter(modules).writeDocumentation();
  }
}
