package br.gov.sp.prefeitura.redeinfo.privacy.domain;

import br.gov.sp.prefeitura.redeinfo.shared.privacy.Retention;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The kinds of personal data of all modules, with how long each lives. */
@Component
public class Kinds {

  private final SortedMap<String, Retention> retentions;
  private final PrivacyProperties properties;
  private final Clock clock;

  Kinds(List<Retention> retentions, PrivacyProperties properties, Clock clock) {
    this.retentions =
        retentions.stream()
            .collect(
                Collectors.toMap(
                    Retention::kind,
                    Function.identity(),
                    (one, other) -> {
                      throw new IllegalStateException("two kinds of the name " + one.kind());
                    },
                    TreeMap::new));
    this.properties = properties;
    this.clock = clock;
  }

  /** All kinds with how long they live, uncounted. */
  public List<Kind> all() {
    return retentions.keySet().stream()
        .map(kind -> new Kind(kind, properties.keep().get(kind), 0))
        .toList();
  }

  /** What a run would find now. Reads only. */
  @Transactional(readOnly = true)
  public List<Kind> dryRun() {
    Instant now = clock.instant();
    return all().stream()
        .map(
            kind ->
                kind.keep() == null
                    ? kind
                    : new Kind(
                        kind.name(),
                        kind.keep(),
                        retentions.get(kind.name()).lapsed(before(kind.keep(), now))))
        .toList();
  }

  /**
   * By kind, the moment before which its records have lapsed; kinds without a period are left out.
   */
  Map<String, Instant> lapseBefore(Instant now) {
    return properties.keep().entrySet().stream()
        .filter(keep -> retentions.containsKey(keep.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, keep -> before(keep.getValue(), now)));
  }

  /** Empty if no module knows the kind any more. */
  Optional<Retention> find(String kind) {
    return Optional.ofNullable(retentions.get(kind));
  }

  private static Instant before(Period keep, Instant now) {
    return ZonedDateTime.ofInstant(now, SaoPaulo.ZONE).minus(keep).toInstant();
  }

  /**
   * @param keep how long its records live; {@code null}: they are kept
   * @param lapsed how many would become anonymous now
   */
  public record Kind(String name, Period keep, long lapsed) {}
}
