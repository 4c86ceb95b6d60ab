package br.gov.sp.prefeitura.redeinfo.network;

import br.gov.sp.prefeitura.redeinfo.network.Holdings.Heir;
import java.util.List;

/**
 * Who gets what a person of a body held, if nobody is chosen: the other focal point of the same
 * track, other focal points (open government and titulares first), volunteers, the body's office,
 * the coordination. By the appointments of today.
 */
public interface SuccessionRule {

  /**
   * The body's other people in that order, without duplicates; empty for the network's functions.
   */
  List<Long> candidates(Appointment leaving);

  /**
   * The first focal point or volunteer of {@link #candidates}; else the office as a group, else the
   * coordination.
   */
  Heir heir(Appointment leaving);
}
