package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Proposals as they were submitted. Who may read them is the caller's to ask ({@link PilotAccess}).
 */
@Service
@Transactional(readOnly = true)
public class Submissions {

  private final SubmissionRepository submissions;
  private final ProposalWords words;

  Submissions(SubmissionRepository submissions, ProposalWords words) {
    this.submissions = submissions;
    this.words = words;
  }

  /**
   * The one that holds: the latest that was sent, without changes of scope that were not accepted;
   * nothing before the first.
   */
  public Optional<SubmittedProposal> latest(long pilotId) {
    return submissions.latest(pilotId);
  }

  /**
   * @throws Refusal (not found) if the pilot has no submission of this number
   */
  public SubmittedProposal get(long pilotId, int number) {
    return submissions
        .find(pilotId, number)
        .orElseThrow(() -> Refusal.notFound("pilot.submission-not-found"));
  }

  /** All of a pilot, the latest first. */
  public List<SubmittedProposal> of(long pilotId) {
    return submissions.of(pilotId);
  }

  /**
   * What the submission says differently from the one that held before it, in the order of the
   * questions and the person's language; empty for the first.
   *
   * @throws Refusal (not found) if the pilot has no submission of this number
   */
  public List<ProposalChange> changes(long pilotId, int number) {
    SubmittedProposal now = get(pilotId, number);
    return now.previous() == null
        ? List.of()
        : between(get(pilotId, now.previous()).proposal(), now.proposal());
  }

  private List<ProposalChange> between(Proposal before, Proposal after) {
    Map<ProposalField, String> old = words.of(before);
    Map<ProposalField, String> current = words.of(after);
    return Stream.of(ProposalField.values())
        .filter(field -> !Objects.equals(old.get(field), current.get(field)))
        .map(field -> new ProposalChange(field, old.get(field), current.get(field)))
        .toList();
  }
}
