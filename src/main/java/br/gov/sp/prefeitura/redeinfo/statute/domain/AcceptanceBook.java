package br.gov.sp.prefeitura.redeinfo.statute.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.statute.Statutes;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes down who accepts the version in force. */
@Service
@Transactional(readOnly = true)
class AcceptanceBook implements Statutes {

  private final VersionRepository versions;
  private final AcceptanceRepository acceptances;
  private final AuditLog audit;
  private final Clock clock;

  AcceptanceBook(
      VersionRepository versions, AcceptanceRepository acceptances, AuditLog audit, Clock clock) {
    this.versions = versions;
    this.acceptances = acceptances;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public Optional<VersionInForce> inForce() {
    return versions
        .inForce()
        .map(
            version ->
                new VersionInForce(version.id(), version.number(), version.act(), version.path()));
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void accept(long personId, long versionId, Way way) {
    versions.lock(false);
    if (versions.idInForce().filter(id -> id == versionId).isEmpty()) {
      throw Refusal.conflict("statute.not-in-force");
    }
    if (acceptances.insert(versionId, personId, way, clock.instant())) {
      audit.record(
          AuditEntry.of(StatuteAction.ACCEPTED, versionId).about(personId).with("way", way));
    }
  }

  @Override
  public Set<Long> accepted(Collection<Long> personIds) {
    return versions.idInForce().map(id -> acceptances.accepted(id, personIds)).orElse(Set.of());
  }
}
