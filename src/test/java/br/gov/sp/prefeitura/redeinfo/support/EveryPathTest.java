package br.gov.sp.prefeitura.redeinfo.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.community.process_test_coverage.spring_test.common.ProcessEngineCoverageProperties;
import org.camunda.community.process_test_coverage.spring_test.platform7.ProcessEngineCoverageConfiguration;
import org.camunda.community.process_test_coverage.spring_test.platform7.ProcessEngineCoverageTestExecutionListener;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
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
    listeners = {
      EveryPathTest.OthersAreLeftOut.class,
      ProcessEngineCoverageTestExecutionListener.class
    },
    mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface EveryPathTest {

  /** Keys of models that the class touches and another class walks. */
  String[] but() default {};

  /** Replaces the listener's own settings, which ask for no coverage. */
  @TestConfiguration(proxyBeanMethods = false)
  class EverythingIsWalked {

    @Bean
    @Primary
    ProcessEngineCoverageProperties everythingIsWalked() {
      ProcessEngineCoverageProperties walked =
          ProcessEngineCoverageProperties.builder()
              .withDetailedCoverageLogging()
              .handleTestMethodCoverage(false)
              .assertClassCoverageAtLeast(1.0)
              .build();
      // The builder's list takes no more keys, and each class has its own.
      return new ProcessEngineCoverageProperties(
          walked.getDetailedCoverageLogging(),
          walked.getHandleTestMethodCoverage(),
          new ArrayList<>(),
          walked.getClassCoverageAssertionConditions(),
          Map.of(),
          walked.getInclusionPatternsForTestClasses(),
          walked.getReportDirectory());
    }
  }

  /** Tells the listener what this class leaves out, before it looks. */
  class OthersAreLeftOut implements TestExecutionListener, Ordered {

    @Override
    public void beforeTestClass(TestContext test) {
      EveryPathTest here =
          AnnotatedElementUtils.findMergedAnnotation(test.getTestClass(), EveryPathTest.class);
      List<String> leftOut =
          test.getApplicationContext()
              .getBean(ProcessEngineCoverageProperties.class)
              .getExcludedProcessDefinitionKeys();
      leftOut.clear();
      leftOut.addAll(List.of(here.but()));
    }

    @Override
    public int getOrder() {
      return Ordered.HIGHEST_PRECEDENCE;
    }
  }
}
