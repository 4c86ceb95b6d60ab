package br.gov.sp.prefeitura.redeinfo.training;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import java.time.Instant;
import java.util.List;

/**
 * Plans editions and enrols people, for other modules. Every call is a transaction, or joins one.
 */
public interface TrainingProgramme {

  /**
   * Writes down a draft.
   *
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal if the plan breaks a rule, or {@code
   *     by} is not of the coordination
   */
  long plan(EditionPlan plan, SignedIn by);

  /**
   * Announces a draft and starts its process.
   *
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal if something is missing, or it is
   *     published already
   */
  void publish(long editionId, SignedIn by);

  /**
   * Enrols the person, as if they had asked themselves.
   *
   * @return the enrolment's id
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal if the eligibility table says no
   */
  long enroll(long editionId, long personId);

  /** The sessions of a published edition, in order. */
  List<PublishedSession> sessionsOf(long editionId);

  /**
   * @param sheetId its event in the module {@code attendance}
   */
  record PublishedSession(long id, long sheetId, Instant startsAt, Instant endsAt) {}
}
