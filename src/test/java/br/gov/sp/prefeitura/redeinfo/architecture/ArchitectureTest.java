package br.gov.sp.prefeitura.redeinfo.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.text.DateFormat;
import java.time.Clock;
import java.time.temporal.Temporal;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.ControllerAdvice;

/**
 * Where things live, as far as code can say it. A rule whose subject matches nothing fails, which
 * is ArchUnit's default, and the packages that rules name are held against the code.
 */
@AnalyzeClasses(
    packages = "br.gov.sp.prefeitura.redeinfo",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String WORKFLOW = "..redeinfo.workflow..";
  private static final String PROCESS = "..redeinfo.*.process..";
  private static final String DOMAIN = "..redeinfo.*.domain..";
  private static final String WEB = "..redeinfo.*.web..";
  private static final String TIME = "..redeinfo.shared.time..";

  @ArchTest
  static void packages_that_rules_name_exist(JavaClasses all) {
    for (String packages : List.of(WORKFLOW, PROCESS, DOMAIN, WEB, TIME)) {
      assertThat(all.stream().filter(resideInAPackage(packages))).as(packages).isNotEmpty();
    }
  }

  @ArchTest
  static final ArchRule only_workflow_and_processes_know_camunda =
      noClasses()
          .that()
          .resideOutsideOfPackages(WORKFLOW, PROCESS)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.camunda..");

  @ArchTest
  static final ArchRule domains_know_neither_web_nor_engine =
      noClasses()
          .that()
          .resideInAPackage(DOMAIN)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework.web..",
              "org.springframework.ui..",
              "org.springframework.http..",
              "jakarta.servlet..",
              "org.camunda..",
              PROCESS,
              WEB);

  @ArchTest
  static final ArchRule pages_do_not_reach_into_processes =
      noClasses()
          .that()
          .resideInAPackage(WEB)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(PROCESS);

  @ArchTest
  static final ArchRule pages_leave_sql_to_queries_and_transactions_to_services =
      noClasses()
          .that()
          .resideInAPackage(WEB)
          .and()
          .haveSimpleNameNotEndingWith("Queries")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(JdbcClient.class, JdbcOperations.class, Transactional.class);

  @ArchTest
  static final ArchRule controllers_live_in_web_packages =
      classes()
          .that()
          .areMetaAnnotatedWith(Controller.class)
          .or()
          .areMetaAnnotatedWith(ControllerAdvice.class)
          .should()
          .resideInAPackage(WEB)
          .andShould()
          .notBePublic();

  @ArchTest
  static final ArchRule repositories_live_in_domains =
      classes().that().haveSimpleNameEndingWith("Repository").should().resideInAPackage(DOMAIN);

  @ArchTest
  static final ArchRule others_read_from_repositories_at_most =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .haveSimpleNameEndingWith("Repository")
          .and()
          .areDeclaredInClassesThat()
          .arePublic()
          .and()
          .arePublic()
          .should()
          .haveNameMatching("(find|list|count|exists|is|has).*");

  @ArchTest
  static final ArchRule dependencies_come_through_the_constructor =
      noFields()
          .should()
          .beAnnotatedWith(Autowired.class)
          .orShould()
          .beAnnotatedWith(Value.class)
          .orShould()
          .beAnnotatedWith("jakarta.annotation.Resource");

  @ArchTest
  static final ArchRule settings_are_records =
      classes().that().areAnnotatedWith(ConfigurationProperties.class).should().beRecords();

  /** The engine's interface and the mail's date header know nothing younger. */
  @ArchTest
  static final ArchRule old_dates_stay_in_adapters =
      noClasses()
          .that()
          .resideOutsideOfPackages(WORKFLOW, PROCESS)
          .and()
          .doNotHaveSimpleName("MailComposer")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(Date.class, Calendar.class, DateFormat.class);

  @ArchTest
  static final ArchRule time_comes_from_the_one_clock =
      noClasses()
          .that()
          .resideOutsideOfPackage(TIME)
          .should()
          .callMethodWhere(asksTheSystemForTheTime());

  @ArchTest static final ArchRule nothing_is_printed = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest static final ArchRule one_way_to_log = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

  private static DescribedPredicate<JavaMethodCall> asksTheSystemForTheTime() {
    return DescribedPredicate.describe(
        "asks the system for the time",
        call -> {
          MethodCallTarget target = call.getTarget();
          JavaClass owner = target.getOwner();
          boolean now =
              target.getName().equals("now")
                  && owner.isAssignableTo(Temporal.class)
                  && target.getRawParameterTypes().stream()
                      .noneMatch(type -> type.isEquivalentTo(Clock.class));
          boolean clock =
              owner.isEquivalentTo(Clock.class) && target.getName().startsWith("system");
          return now
              || clock
              || target.getFullName().startsWith("java.lang.System.currentTimeMillis");
        });
  }
}
