package br.gov.sp.prefeitura.redeinfo.statute.domain;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the statute for pages. */
@Component
@Transactional(readOnly = true)
public class StatuteQueries {

  private final VersionRepository versions;
  private final RequestRepository requests;
  private final AcceptanceInstances instances;

  StatuteQueries(
      VersionRepository versions, RequestRepository requests, AcceptanceInstances instances) {
    this.versions = versions;
    this.requests = requests;
    this.instances = instances;
  }

  /** Empty before the first version. */
  public Optional<StatuteVersion> inForce() {
    return versions.inForce();
  }

  /** Newest first. */
  public List<StatuteVersion> all() {
    return versions.all();
  }

  /**
   * @throws Refusal (not found)
   */
  public StatuteVersion get(int number) {
    return versions.find(number).orElseThrow(() -> Refusal.notFound("statute.version-unknown"));
  }

  /** The open task in which the person is asked to accept the version. */
  public Optional<String> taskOf(long personId, StatuteVersion version) {
    return requests.openOf(List.of(personId)).stream()
        .filter(request -> request.versionId() == version.id() && request.startedAt() != null)
        .findFirst()
        .map(request -> instances.tasks(List.of(request.id())))
        .map(Map::values)
        .flatMap(tasks -> tasks.stream().findFirst());
  }
}
