package br.gov.sp.prefeitura.redeinfo.training.domain;

/** The process instance of an enrolment. Every call joins the caller's transaction. */
public interface EnrollmentProcess {

  /** Begins the enrolment's instance; who gets a seat at once has it when this returns. */
  void start(Start start);

  /** A seat became free for an enrolment that waits. */
  void seat(long enrollmentId);

  void withdraw(long enrollmentId);

  /** Enrolment is over, and there is no seat. */
  void dismiss(long enrollmentId);

  void cancel(long enrollmentId);

  /** The sessions are over: the enrolment is judged when this returns. */
  void finish(long enrollmentId);

  void followUp(long enrollmentId, Absence absence);

  /**
   * @param username of who enrols
   * @param subject what task lists show
   */
  record Start(
      long enrollmentId,
      String username,
      String subject,
      boolean releaseRequired,
      boolean hasActivity) {}

  /**
   * @param inARow how many absences there are without a presence between them, this one included
   */
  record Absence(long sessionId, int inARow, boolean headIsTold) {}
}
