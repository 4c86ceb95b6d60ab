package br.gov.sp.prefeitura.redeinfo.meeting;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What people do on our pages about minutes, follow-ups and initiatives, for other modules; the
 * rest they do in tasks. Every call is a transaction, or joins one, and is refused as the pages
 * would refuse it.
 */
public interface MinutesProgramme {

  /** Saves the minutes over what is there; the items are those of the agenda, in its order. */
  void save(long meetingId, WrittenMinutes minutes, SignedIn by);

  /**
   * @param item which item it is about, counted from 1; {@code null} for the whole
   */
  void remark(long meetingId, Integer item, String text, SignedIn by);

  /** Ids of what the meeting's approved minutes gave people to do, in their order. */
  List<Long> followUpsOf(long meetingId);

  /**
   * Enters an initiative as proposed.
   *
   * @return its id
   */
  long propose(ProposedInitiative initiative, SignedIn by);

  /** The initiative is under way from now on. */
  void begin(long initiativeId, String note, SignedIn by);

  /** The initiative has reached what it was for. */
  void conclude(long initiativeId, String note, SignedIn by);

  /**
   * @param entries what was said and decided, by the number of the item, counted from 1
   */
  record WrittenMinutes(
      String coordinator,
      String secretary,
      String justifications,
      Map<Integer, Entry> entries,
      List<ToDo> followUps) {}

  /**
   * @param decision {@code null} if nothing was decided
   */
  record Entry(String discussion, String decision) {}

  /**
   * @param ownerEmail {@code null} for the body's office
   */
  record ToDo(String text, String bodySlug, String ownerEmail, LocalDate dueOn) {}

  /** An initiative with the bodies and meetings it belongs to; the next step may be missing. */
  record ProposedInitiative(
      String name,
      String purpose,
      String nextStep,
      LocalDate nextStepOn,
      Set<Long> bodyIds,
      Set<Long> meetingIds) {}
}
