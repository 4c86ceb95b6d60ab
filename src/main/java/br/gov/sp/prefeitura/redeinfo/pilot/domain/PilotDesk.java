package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pilots for the steps of their process, which are nobody's reading. */
@Service
public class PilotDesk {

  private final PilotRepository pilots;

  PilotDesk(PilotRepository pilots) {
    this.pilots = pilots;
  }

  /**
   * @throws java.util.NoSuchElementException if there is no such pilot
   */
  @Transactional(readOnly = true)
  public Pilot get(long id) {
    return pilots.find(id).orElseThrow();
  }
}
