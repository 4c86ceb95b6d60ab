package br.gov.sp.prefeitura.redeinfo.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * A test of the whole application on a real PostgreSQL and a random port, with the job executor
 * off: jobs run when the test says so. The context is shared by all such tests; each test makes the
 * data it needs and assumes nothing about what others left.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@Import({
  TestDatabase.class,
  TestMail.class,
  TestPeople.class,
  TestMailbox.class,
  TestBodies.class,
  NominationJobs.class,
  NominationLife.class,
  MeetingWorld.class,
  TrainingLife.class,
  EnrollmentLife.class,
  AttendanceLife.class,
  TestDates.class,
  BodyTrainings.class,
  ConfirmationLife.class,
  Campaigns.class,
  Departures.class,
  Covers.class,
  PilotLife.class,
  FollowUps.class,
  MinutesLife.class,
  Initiatives.class,
  PilotRows.class,
  PilotExecution.class,
  ManyPilots.class,
  StatuteLife.class,
  Enlistments.class,
  StatementCounter.class
})
public @interface IntegrationTest {}
