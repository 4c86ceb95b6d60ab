package br.gov.sp.prefeitura.redeinfo.training.process;

import static br.gov.sp.prefeitura.redeinfo.training.process.TrainingEditionProcess.editionId;

import br.gov.sp.prefeitura.redeinfo.training.domain.Edition;
import br.gov.sp.prefeitura.redeinfo.training.domain.EditionDeadlines;
import br.gov.sp.prefeitura.redeinfo.training.domain.EditionLife;
import br.gov.sp.prefeitura.redeinfo.training.domain.SessionService;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The dates in the models of editions and sessions. */
@Component
public class EditionTimers {

  private final EditionLife editions;
  private final SessionService sessions;
  private final EditionDeadlines deadlines;

  EditionTimers(EditionLife editions, SessionService sessions, EditionDeadlines deadlines) {
    this.editions = editions;
    this.sessions = sessions;
    this.deadlines = deadlines;
  }

  public Date enrolmentFrom(DelegateExecution execution) {
    return date(edition(execution).enrolmentFrom());
  }

  public Date enrolmentUntil(DelegateExecution execution) {
    return date(edition(execution).enrolmentUntil());
  }

  public Date activityUntil(DelegateExecution execution) {
    return date(edition(execution).activityUntil());
  }

  /** When the results that wait from now on are to be confirmed. */
  public Date certificationDue(DelegateExecution execution) {
    return date(deadlines.certification());
  }

  public Date certificationReminder(DelegateExecution execution) {
    return date(deadlines.reminder(deadlines.certification()));
  }

  public Date reviewDue(DelegateExecution execution) {
    return date(deadlines.review());
  }

  public Date reviewReminder(DelegateExecution execution) {
    return date(deadlines.reminder(deadlines.review()));
  }

  /** When certificates are called for before the year of the last session is over. */
  public Date certificateReminder(DelegateExecution execution) {
    return date(deadlines.certificateReminder(editions.lastSessionEnds(editionId(execution))));
  }

  public Date sessionEnd(DelegateExecution execution) {
    return date(sessions.get(TrainingSessionProcess.sessionId(execution)).endsAt());
  }

  public Date sheetReminder(DelegateExecution execution) {
    return date(deadlines.sheetReminder());
  }

  private Edition edition(DelegateExecution execution) {
    return editions.get(editionId(execution));
  }

  private static Date date(Instant moment) {
    return Date.from(moment);
  }
}
