package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who belongs to the groups that a kind of meetings invites, now. */
@Component
class Invited {

  private static final Map<String, Set<Function>> FUNCTIONS =
      Map.of(
          Groups.members("*"),
          Set.of(Function.FOCAL_POINT, Function.VOLUNTEER),
          Groups.head("*"),
          Set.of(Function.HEAD, Function.INTERIM_HEAD),
          Groups.office("*"),
          Set.of(Function.OFFICE),
          Groups.COORDINATION,
          Set.of(Function.COORDINATION),
          Groups.CIGA,
          Set.of(Function.CIGA),
          Groups.SAO_PAULO_ABERTA,
          Set.of(Function.SAO_PAULO_ABERTA),
          Groups.EMASP,
          Set.of(Function.EMASP));

  private final Appointments appointments;
  private final Clock clock;

  Invited(Appointments appointments, Clock clock) {
    this.appointments = appointments;
    this.clock = clock;
  }

  /** Ids of persons; in one statement. */
  Set<Long> of(MeetingKind kind) {
    Set<Function> functions =
        kind.invitedGroups().stream()
            .flatMap(group -> FUNCTIONS.getOrDefault(group, Set.of()).stream())
            .collect(Collectors.toSet());
    return appointments.holders(functions, SaoPaulo.today(clock));
  }
}
