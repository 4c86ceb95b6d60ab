package br.gov.sp.prefeitura.redeinfo.succession;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import java.time.LocalDateTime;

/** States departures for other modules, by the rules of the page. */
public interface Successions {

  /** Key of the process; the business key is the succession's id. */
  String PROCESS = "succession";

  /**
   * The person leaves all functions that the other one may end; the rule decides who gets what.
   * Joins the caller's transaction.
   *
   * @param leavesAt the last moment in São Paulo
   * @param act the act that says so, or {@code null}
   * @return the succession's id
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal as the page refuses
   */
  long begin(long personId, EndReason reason, LocalDateTime leavesAt, String act, SignedIn by);

  /**
   * The leaving person's note to those who stay.
   *
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal (conflict) once the hour has come
   */
  void write(long id, String note, long personId);
}
