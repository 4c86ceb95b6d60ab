package br.gov.sp.prefeitura.redeinfo.succession.domain;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import br.gov.sp.prefeitura.redeinfo.succession.Successions;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The page's service, for other modules. */
@Component
class StatedSuccessions implements Successions {

  private final SuccessionService service;

  StatedSuccessions(SuccessionService service) {
    this.service = service;
  }

  @Override
  public long begin(
      long personId, EndReason reason, LocalDateTime leavesAt, String act, SignedIn by) {
    return service.begin(
        new Departure(personId, Set.of(), reason, null, act, false, leavesAt, Map.of()), by);
  }

  @Override
  public void write(long id, String note, long personId) {
    service.write(id, note, personId);
  }
}
