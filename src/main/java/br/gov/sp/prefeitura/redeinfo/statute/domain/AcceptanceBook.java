package br.gov.sp.prefeitura.redeinfo.statute.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.statute.Statutes;
import br.gov.sp.prefeitura.redeinfo.statute.domain.AcceptanceRequest.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes down who accepts the version in force. Who was asked for it by a task and accepts on
 * another occasion is not asked any more.
 */
@Service
@Transactional(readOnly = true)
class AcceptanceBook implements Statutes {

  private final VersionRepository versions;
  private final AcceptanceRepository acceptances;
  private final RequestRepository requests;
  private final AcceptanceInstances instances;
  private final AuditLog audit;
  private final Clock clock;

  AcceptanceBook(
      VersionRepository versions,
      AcceptanceRepository acceptances,
      RequestRepository requests,
      AcceptanceInstances instances,
      AuditLog audit,
      Clock clock) {
    this.versions = versions;
    this.acceptances = acceptances;
    this.requests = requests;
    this.instances = instances;
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
    Instant now = clock.instant();
    List<AcceptanceRequest> asked =
        requests.openOf(List.of(personId)).stream()
            .filter(request -> request.versionId() == versionId)
            .toList();
    boolean elsewhere = way != Way.NEW_VERSION;
    asked.stream()
        .filter(request -> elsewhere && request.startedAt() != null)
        .forEach(request -> instances.hold(request.id()));
    if (acceptances.insert(versionId, personId, way, now)) {
      audit.record(
          AuditEntry.of(StatuteAction.ACCEPTED, versionId)
              .by(personId)
              .about(personId)
              .with("way", way));
    }
    for (AcceptanceRequest request : asked) {
      requests
          .end(request.id(), Outcome.ACCEPTED, now)
          .filter(ended -> elsewhere && ended.startedAt() != null)
          .ifPresent(ended -> instances.end(ended.id()));
    }
  }

  @Override
  public Set<Long> accepted(Collection<Long> personIds) {
    return versions.idInForce().map(id -> acceptances.accepted(id, personIds)).orElse(Set.of());
  }
}
