package br.gov.sp.prefeitura.redeinfo.network;

import java.util.List;

/**
 * What a module's people hold (tasks, drafts, pilots sponsored …), so that nothing is left without
 * an owner when they leave. Each module that gives people something to hold implements it.
 */
public interface Holdings {

  /** What the person holds by virtue of this appointment, in words for the hand-over page. */
  List<Holding> heldThrough(Appointment appointment);

  /** Hands everything over after the appointment has ended. Safe to repeat. */
  void handOver(Appointment ended);

  /**
   * @param messageKey what it is, as a message of the bundle
   * @param label its own name
   * @param path its page, or {@code null}
   */
  record Holding(String messageKey, String label, String path) {}
}
