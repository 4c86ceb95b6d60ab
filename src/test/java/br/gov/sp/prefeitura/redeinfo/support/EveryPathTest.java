package br.gov.sp.prefeitura.redeinfo.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.camunda.community.process_test_coverage.spring_test.common.ProcessEngineCoverageProperties;
import org.camunda.community.process_test_coverage.spring_test.platform7.ProcessEngineCoverageConfiguration;
import org.camunda.community.process_test_coverage.spring_test.platform7.ProcessEngineCoverageTestExecutionListener;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * An {@link IntegrationTest} that walks every flow node and sequence flow of the models it touches;
 * the class fails when one is left out. The report is in {@code target/process-test-coverage}. All
 * such classes share one application.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@IntegrationTest
@Import({ProcessEngineCoverageConfiguration.class, EveryPathTest.EverythingIsWalked.class})
@TestExecutionListeners(
    listeners = ProcessEngineCoverageTestExecutionListener.class,
    mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface EveryPathTest {

  /** Replaces the listener's own settings, which ask for no coverage. */
  @TestConfiguration(proxyBeanMethods = false)
  class EverythingIsWalked {

    @Bean
    @Primary
    ProcessEngineCoverageProperties everythingIsWalked() {
      return ProcessEngineCoverageProperties.builder()
          .withDetailedCoverageLogging()
          .handleTestMethodCoverage(false)
          .assertClassCoverageAtLeast(1.0)
          .build();
    }
  }
}
