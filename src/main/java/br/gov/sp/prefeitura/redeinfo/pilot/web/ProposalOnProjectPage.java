package br.gov.sp.prefeitura.redeinfo.pilot.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotAccess;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotAccess.Seen;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Submissions;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.SubmittedProposal;
import br.gov.sp.prefeitura.redeinfo.shared.web.PageSection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** On a project's page: the way to the draft, and the versions that were sent. */
@Component
class ProposalOnProjectPage implements PilotPagePart {

  private static final int VERSIONS = 60;

  private final Submissions submissions;
  private final Persons persons;

  ProposalOnProjectPage(Submissions submissions, Persons persons) {
    this.submissions = submissions;
    this.persons = persons;
  }

  @Override
  public List<PageSection> commandsFor(Seen seen, SignedIn person) {
    if (!seen.pilot().state().isWriting() || !seen.view().seesDrafts()) {
      return List.of();
    }
    return List.of(
        new PageSection(
            10,
            "pilot/proposal-command",
            new Way(seen.pilot().id(), PilotAccess.writes(person, seen.body()))));
  }

  @Override
  public List<PageSection> sectionsFor(Seen seen, SignedIn person) {
    List<SubmittedProposal> versions =
        seen.view().seesInside() ? submissions.of(seen.pilot().id()) : List.of();
    if (versions.isEmpty()) {
      return List.of();
    }
    return List.of(
        new PageSection(
            VERSIONS,
            "pilot/proposal-versions",
            new Versions(
                versions,
                persons.byId(
                    versions.stream().map(SubmittedProposal::submittedBy).distinct().toList()))));
  }

  /**
   * @param writes whether the person writes, or reads only
   */
  record Way(long id, boolean writes) {}

  /** Latest first, with those who sent them. */
  record Versions(List<SubmittedProposal> submissions, Map<Long, Person> people) {}
}
