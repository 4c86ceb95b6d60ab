package br.gov.sp.prefeitura.redeinfo.network;

import java.time.Instant;
import java.util.List;

/**
 * What a module's people hold (tasks, drafts, pilots sponsored …), so that nothing is left without
 * an owner when they leave. Each module that gives people something to hold implements it.
 */
public interface Holdings {

  /**
   * What the person holds by virtue of this appointment, in words for the hand-over page, with who
   * gets it by rule and who may be chosen instead. Reads only.
   */
  List<Holding> heldThrough(Appointment appointment);

  /**
   * Hands everything over after the appointment has ended, in the transaction that announces the
   * end: to who was chosen where the choice is still lawful, by rule otherwise. Safe to repeat.
   *
   * @return what went where; empty if there was nothing (any more)
   */
  List<HandedOver> handOver(Appointment ended, Successors chosen);

  /**
   * @param messageKey what it is, as a message of the bundle
   * @param ref which one of its kind, unique together with {@code messageKey}
   * @param label its own name
   * @param path its page, or {@code null}
   * @param dueAt by when something is to be done with it, or {@code null}
   * @param byRule who gets it if nobody is chosen
   * @param choices persons who may be chosen instead, the likeliest first
   */
  record Holding(
      String messageKey,
      String ref,
      String label,
      String path,
      Instant dueAt,
      Heir byRule,
      List<Long> choices) {

    public Holding {
      choices = List.copyOf(choices);
    }

    /** Something that is the person's own: nobody inherits it, it is not asked for any more. */
    public static Holding personal(String messageKey, String ref, String label, String path) {
      return new Holding(messageKey, ref, label, path, null, Heir.NOBODY, List.of());
    }

    /** The same thing in other hands. */
    public HandedOver to(Heir heir) {
      return new HandedOver(this, heir);
    }
  }

  /**
   * Who gets something: a person, or a group of which anybody may take it on, or nobody.
   *
   * @param personId {@code null} for a group or nobody
   * @param groupId {@code null} for a person or nobody
   */
  record Heir(Long personId, String groupId) {

    public static final Heir NOBODY = new Heir(null, null);

    public static Heir person(long personId) {
      return new Heir(personId, null);
    }

    public static Heir group(String groupId) {
      return new Heir(null, groupId);
    }
  }

  /** One thing that has changed hands. */
  record HandedOver(Holding what, Heir to) {}

  /**
   * Every module has handed over what was held through the appointment; published in the
   * transaction that announces its end.
   */
  record AllHandedOver(Appointment ended, List<HandedOver> what) {

    public AllHandedOver {
      what = List.copyOf(what);
    }
  }
}
