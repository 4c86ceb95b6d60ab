package br.gov.sp.prefeitura.redeinfo.pilot.process;

import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Partnership;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PartnershipService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Pilot;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Proposal;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ProposalField;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ProposalWords;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Submissions;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.SubmittedProposal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The latest submission, as the forms of those who decide on it show it. */
@Component
class ProposalOnForm {

  private final Submissions submissions;
  private final ProposalWords words;
  private final PartnershipService partnerships;
  private final Persons persons;
  private final PilotWords texts;

  ProposalOnForm(
      Submissions submissions,
      ProposalWords words,
      PartnershipService partnerships,
      Persons persons,
      PilotWords texts) {
    this.submissions = submissions;
    this.words = words;
    this.partnerships = partnerships;
    this.persons = persons;
    this.texts = texts;
  }

  /** Its answers in words, its lists as tables, who submitted it and who answers for it. */
  Map<String, Object> of(Pilot pilot) {
    SubmittedProposal submitted = submissions.get(pilot.id(), pilot.submission());
    Proposal proposal = submitted.proposal();
    Map<ProposalField, String> answers = texts.inPortuguese(() -> words.of(proposal));
    Map<String, Object> data = new HashMap<>();
    for (ProposalField field : ProposalField.values()) {
      data.put(field.key(), answers.getOrDefault(field, "–"));
    }
    data.put("submissionNumber", submitted.number());
    data.put("submittedBy", persons.get(submitted.submittedBy()).name());
    data.put("submittedOn", texts.moment(submitted.submittedAt()));
    data.put(
        "sponsor",
        Optional.ofNullable(pilot.sponsorId()).map(persons::get).map(Person::name).orElse("–"));
    data.put("milestones", milestones(proposal));
    data.put("datasets", datasets(proposal));
    data.put("hasDatasets", !proposal.datasets().isEmpty());
    List<Map<String, Object>> partners = partners(pilot);
    data.put("partners", partners);
    data.put("hasPartners", !partners.isEmpty());
    return data;
  }

  private static List<Map<String, Object>> milestones(Proposal proposal) {
    return proposal.milestones().stream()
        .map(
            milestone ->
                Map.<String, Object>of(
                    "title", milestone.title(),
                    "start", SaoPaulo.DAY.format(milestone.start()),
                    "end", SaoPaulo.DAY.format(milestone.end()),
                    "responsible", Objects.toString(milestone.responsible(), "")))
        .toList();
  }

  private List<Map<String, Object>> datasets(Proposal proposal) {
    return proposal.datasets().stream()
        .map(
            dataset ->
                Map.<String, Object>of(
                    "title", dataset.title(),
                    "format", dataset.format(),
                    "personalData", texts.text("pilot.personal-data." + dataset.personalData())))
        .toList();
  }

  private List<Map<String, Object>> partners(Pilot pilot) {
    return partnerships.of(pilot.id()).stream().map(this::partner).toList();
  }

  private Map<String, Object> partner(Partnership partner) {
    return Map.of(
        "name", partnerships.nameOf(partner),
        "part", partner.part(),
        "state", texts.text("pilot.partner.state." + partner.state()));
  }
}
