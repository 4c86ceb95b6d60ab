package br.gov.sp.prefeitura.redeinfo.statute;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** The statute's version in force and who accepted it. Writes join the caller's transaction. */
public interface Statutes {

  /** Empty before the first version is published. */
  Optional<VersionInForce> inForce();

  /**
   * The person accepts the version, now. Safe to repeat: the first acceptance stays.
   *
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal (conflict) if another version came
   *     into force meanwhile: what one has not read one does not accept
   */
  void accept(long personId, long versionId, Way way);

  /** Which of these persons accepted the version in force, in one statement. */
  Set<Long> accepted(Collection<Long> personIds);

  /** On which occasion somebody accepted. */
  enum Way {
    /** In the nominee's acceptance of a nomination. */
    NOMINATION,
    /** When joining as a volunteer. */
    ENLISTMENT,
    /** In the task that a new version starts. */
    NEW_VERSION
  }

  /**
   * @param number 1, 2, 3 …
   * @param title e.g. the act that published it
   * @param path its public page
   */
  record VersionInForce(long id, int number, String title, String path) {}
}
