package br.gov.sp.prefeitura.redeinfo.cover.domain;

import br.gov.sp.prefeitura.redeinfo.cover.AbsenceCovers.NewCover;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.workflow.OfferedProcesses;
import br.gov.sp.prefeitura.redeinfo.workflow.OfferedProcesses.ProcessName;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The rules for a cover that somebody names, with the fields that break them. */
@Component
class CoverCheck {

  private static final int LONGEST_REASON = 1000;

  private final CommonGround ground;
  private final OfferedProcesses processes;
  private final Persons persons;
  private final CoverProperties limits;
  private final Clock clock;

  CoverCheck(
      CommonGround ground,
      OfferedProcesses processes,
      Persons persons,
      CoverProperties limits,
      Clock clock) {
    this.ground = ground;
    this.processes = processes;
    this.persons = persons;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * @param own whether the absent person names the substitute
   * @return the reason to keep, or {@code null}
   * @throws Refusal (invalid)
   */
  String check(NewCover cover, Person absent, boolean own, SignedIn by) {
    List<Violation> violations = new ArrayList<>();
    substitute(cover, absent, by, violations);
    period(cover, violations);
    Set<String> known = processes.all().stream().map(ProcessName::key).collect(Collectors.toSet());
    if (!known.containsAll(cover.processKeys())) {
      violations.add(Violation.at("processes", "cover.process-unknown"));
    }
    String reason = own ? null : reason(cover, violations);
    if (!violations.isEmpty()) {
      throw Refusal.invalid(violations);
    }
    return reason;
  }

  private void substitute(NewCover cover, Person absent, SignedIn by, List<Violation> violations) {
    Person substitute =
        cover.substituteId() == null
            ? null
            : persons.byId(Set.of(cover.substituteId())).get(cover.substituteId());
    if (substitute == null) {
      violations.add(Violation.at("substituteId", "cover.choose-substitute"));
    } else if (substitute.id() == absent.id()
        || ground.of(absent.username(), substitute.username()).isEmpty()) {
      violations.add(Violation.at("substituteId", "cover.no-common-ground"));
    } else if (substitute.id() == by.personId()) {
      violations.add(Violation.at("substituteId", "cover.not-oneself"));
    }
  }

  private void period(NewCover cover, List<Violation> violations) {
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), SaoPaulo.ZONE);
    LocalDateTime starts = cover.startsAt();
    LocalDateTime ends = cover.endsAt();
    LocalDateTime latest = now.plusDays(limits.aheadDays());
    if (starts == null
        || starts.isBefore(now.toLocalDate().atStartOfDay())
        || starts.isAfter(latest)) {
      violations.add(Violation.at("startsAt", "cover.start", limits.aheadDays()));
    } else if (ends == null
        || !ends.isAfter(starts)
        || !ends.isAfter(now)
        || ends.isAfter(starts.plusDays(limits.longestDays()))) {
      violations.add(Violation.at("endsAt", "cover.end", limits.longestDays()));
    }
  }

  private static String reason(NewCover cover, List<Violation> violations) {
    String reason = cover.reason() == null ? "" : cover.reason().strip();
    if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
      violations.add(Violation.at("reason", "cover.reason", LONGEST_REASON));
    }
    return reason;
  }
}
