package br.gov.sp.prefeitura.redeinfo.statute.domain;

import br.gov.sp.prefeitura.redeinfo.statute.ActivityMeasure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The numbers that the modules offer, by their codes. */
@Component
public class Measures {

  private final ObjectProvider<ActivityMeasure> modules;

  Measures(ObjectProvider<ActivityMeasure> modules) {
    this.modules = modules;
  }

  /** In the order of their codes. */
  public List<String> codes() {
    return modules.stream().map(ActivityMeasure::code).sorted().toList();
  }

  Set<String> all() {
    return Set.copyOf(codes());
  }

  /**
   * What is done of each target, by its id. A number that several targets share is asked for once;
   * one that no module offers any more is 0.
   */
  Map<Long, Long> done(List<Target> targets) {
    Map<String, ActivityMeasure> byCode =
        modules.stream().collect(Collectors.toMap(ActivityMeasure::code, one -> one));
    Map<List<Object>, Long> known = new HashMap<>();
    Map<Long, Long> done = new HashMap<>();
    for (Target target : targets) {
      done.put(target.id(), done(target, byCode, known));
    }
    return done;
  }

  private static long done(
      Target target, Map<String, ActivityMeasure> byCode, Map<List<Object>, Long> known) {
    if (target.doneByHand() != null) {
      return target.doneByHand();
    }
    ActivityMeasure measure = byCode.get(target.measure());
    return measure == null
        ? 0
        : known.computeIfAbsent(
            List.of(target.measure(), target.first(), target.last()),
            key -> measure.done(target.first(), target.last()));
  }
}
