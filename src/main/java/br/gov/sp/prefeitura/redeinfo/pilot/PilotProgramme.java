package br.gov.sp.prefeitura.redeinfo.pilot;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What people do about pilots on our pages, for other modules; the rest they do in tasks. Every
 * call is a transaction, or joins one, and is refused as the pages would refuse it.
 */
public interface PilotProgramme {

  /**
   * Begins a draft of the body.
   *
   * @return the pilot's id
   */
  long begin(long bodyId, String title, SignedIn by);

  /**
   * Saves the draft.
   *
   * @param typed what was typed, by the keys of the proposal's page
   */
  void write(long pilotId, Map<String, String> typed, SignedIn by);

  /** Writes into the report that is open how far the milestones are, in their order. */
  void reportMilestones(long pilotId, List<Progress> progress, SignedIn by);

  /** Adds a file to the report that is open, for everybody to read. */
  void addEvidence(long pilotId, String title, String fileName, byte[] content, SignedIn by);

  void suspend(long pilotId, String reason, SignedIn by);

  void cancel(long pilotId, String reason, SignedIn by);

  /**
   * How far one milestone is.
   *
   * @param start {@code null} if it has not begun
   * @param end {@code null} if it is not done
   * @param delay why it is late, or {@code null}
   */
  record Progress(int percent, LocalDate start, LocalDate end, String delay) {}
}
