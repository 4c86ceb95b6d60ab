package br.gov.sp.prefeitura.redeinfo.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says whom ids mean, at the moment somebody reads; implemented by the module that keeps persons
 * and bodies. An id that means nobody any more has no name.
 */
public interface AuditNames {

  /** The names of these persons and the acronyms of these bodies, in one statement. */
  Names names(Set<Long> personIds, Set<Long> bodyIds);

  /** The person with this user name or institutional e-mail. */
  Optional<Long> findPerson(String login);

  /** All bodies, by acronym. */
  List<NamedBody> bodies();

  record Names(Map<Long, String> persons, Map<Long, String> bodies) {}

  record NamedBody(long id, String slug, String acronym) {}
}
