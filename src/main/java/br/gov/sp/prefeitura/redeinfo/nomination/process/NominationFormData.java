package br.gov.sp.prefeitura.redeinfo.nomination.process;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.Approver;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.HumanStep;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominatedSeat;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationDetails;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationProperties;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationQueries;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.Nominee;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.SeatKey;
import br.gov.sp.prefeitura.redeinfo.statute.Statutes;
import br.gov.sp.prefeitura.redeinfo.statute.Statutes.VersionInForce;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskFormData;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the forms of {@code nomination-approval} show, read when they are opened. */
@Component
class NominationFormData implements TaskFormData {

  private final NominationQueries queries;
  private final Persons persons;
  private final TaskInbox inbox;
  private final NominationProperties parameters;
  private final FormWords words;
  private final VolunteerSuggestions suggestions;
  private final Statutes statutes;

  NominationFormData(
      NominationQueries queries,
      Persons persons,
      TaskInbox inbox,
      NominationProperties parameters,
      FormWords words,
      VolunteerSuggestions suggestions,
      Statutes statutes) {
    this.queries = queries;
    this.persons = persons;
    this.inbox = inbox;
    this.parameters = parameters;
    this.words = words;
    this.suggestions = suggestions;
    this.statutes = statutes;
  }

  @Override
  public String processKey() {
    return NominationApprovalProcess.KEY;
  }

  @Override
  public Map<String, Object> dataFor(TaskFormRequest request) {
    NominationDetails details = queries.details(Long.parseLong(request.businessKey()));
    Map<String, Object> data = new HashMap<>();
    data.put("bodyName", details.body().name());
    data.put(
        "deadline",
        inbox.findOpen(request.taskId()).map(OpenTask::dueAt).map(words::moment).orElse(""));
    data.put("indicatedBy", details.nomination().submittedBy().map(details::nameOf).orElse(""));
    data.put("indicatedOn", details.nomination().submittedAt().map(words::moment).orElse(""));
    put(data, "Reasons", words.history(details));
    put(data, "Findings", words.findings(details));
    HumanStep step = NominationApprovalProcess.STEPS.get(request.taskKey());
    switch (step) {
      case INDICATE -> indicate(data, details);
      case ACCEPT -> accept(data, details, request.userId());
      case APPROVE, VALIDATE, PUBLISH -> decide(data, details);
    }
    return data;
  }

  /** A table, and whether there is anything in it. */
  private static void put(Map<String, Object> data, String name, List<Map<String, Object>> rows) {
    data.put(Character.toLowerCase(name.charAt(0)) + name.substring(1), rows);
    data.put("has" + name, !rows.isEmpty());
  }

  private void indicate(Map<String, Object> data, NominationDetails details) {
    Body body = details.body();
    data.put("lapse", words.moment(details.nomination().deadline()));
    data.put("permanentAccess", parameters.permanentRequired(Track.ACCESS_TO_INFORMATION));
    data.put("permanentOpen", parameters.permanentRequired(Track.OPEN_GOVERNMENT));
    data.put("identifierHint", words.identifierHint(body.identifierKind()));
    data.put("mailDomains", String.join(", ", body.mailDomains()));
    put(data, "Volunteers", suggestions.of(body));
    List<NominatedSeat> kept =
        details.nomination().seats().stream()
            .filter(seat -> !seat.isOpenForChange() && seat.isFilled())
            .toList();
    put(data, "KeptSeats", kept.stream().map(words::seat).toList());
    for (SeatKey key : SeatKey.ALL) {
      String name = TaskSubmissions.capitalised(key.prefix());
      NominatedSeat seat = details.nomination().seat(key).orElse(null);
      data.put("ask" + name, seat != null && seat.isOpenForChange());
      if (seat != null && seat.isFilled() && seat.change() != NominatedSeat.Change.REPLACE) {
        prefill(data, key.prefix(), seat.nominee());
      }
    }
  }

  /** What the office wrote before, to be corrected rather than typed again. */
  private static void prefill(Map<String, Object> data, String prefix, Nominee nominee) {
    data.put(prefix + "Name", nominee.name());
    data.put(prefix + "Identifier", nominee.identifier());
    data.put(prefix + "Email", nominee.email());
    data.put(prefix + "Bond", nominee.bond().name());
    data.put(prefix + "Unit", nominee.unit());
    data.put(prefix + "Why", nominee.justification());
  }

  /** A nominee sees what is said about them, and about nobody else. */
  private void accept(Map<String, Object> data, NominationDetails details, String userId) {
    put(data, "Reasons", List.of());
    put(data, "Findings", List.of());
    Long personId = persons.findByUsername(userId).map(Person::id).orElse(null);
    List<NominatedSeat> mine =
        details.nomination().filledSeats().stream()
            .filter(seat -> seat.personId() != null && seat.personId().equals(personId))
            .toList();
    put(data, "Mine", mine.stream().map(words::seat).toList());
    data.put("seat", mine.stream().map(s -> words.name(s.key())).collect(Collectors.joining(", ")));
    statute(data, personId);
  }

  /** The version in force is offered by name: what one has not seen one cannot accept. */
  private void statute(Map<String, Object> data, Long personId) {
    VersionInForce version = statutes.inForce().orElse(null);
    boolean accepted =
        version != null
            && personId != null
            && statutes.accepted(List.of(personId)).contains(personId);
    data.put("askStatute", version != null && !accepted);
    data.put("statuteAccepted", accepted);
    data.put("statuteNumber", version == null ? "" : String.valueOf(version.number()));
    data.put("statuteTitle", version == null ? "" : version.title());
    data.put(
        "statuteVersions",
        version == null || accepted
            ? List.of()
            : List.of(
                Map.of(
                    "label",
                    "Li o estatuto da rede, versão " + version.number() + ", e o aceito",
                    "value",
                    String.valueOf(version.id()))));
  }

  private void decide(Map<String, Object> data, NominationDetails details) {
    put(data, "Seats", details.nomination().filledSeats().stream().map(words::seat).toList());
    String empty =
        details.nomination().seats().stream()
            .filter(seat -> !seat.isFilled())
            .map(seat -> words.name(seat.key()))
            .collect(Collectors.joining("; "));
    data.put("emptySeats", empty);
    data.put("hasEmptySeats", !empty.isEmpty());
    for (SeatKey key : SeatKey.ALL) {
      data.put(
          "inSet" + TaskSubmissions.capitalised(key.prefix()),
          details.nomination().seat(key).map(NominatedSeat::isFilled).orElse(false));
    }
    Approver approver = details.nomination().approver().orElse(Approver.HEAD);
    data.put("decidesInPlace", approver.isInPlaceOfHead());
    data.put("inPlaceOf", approver.isInPlaceOfHead() ? words.inPlaceOf(approver) : "");
    data.put("approvedBy", words.approvedBy(details));
  }
}
