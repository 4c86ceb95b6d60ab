package br.gov.sp.prefeitura.redeinfo.pilot;

import static br.gov.sp.prefeitura.redeinfo.pilot.process.PilotProjectProcess.TASK_ENDORSE;
import static br.gov.sp.prefeitura.redeinfo.pilot.process.PilotProjectProcess.TASK_PARTNERSHIP;
import static br.gov.sp.prefeitura.redeinfo.pilot.process.PilotProjectProcess.TASK_RESOLVE_BALLOT;
import static br.gov.sp.prefeitura.redeinfo.pilot.process.PilotProjectProcess.TASK_REVIEW;
import static br.gov.sp.prefeitura.redeinfo.pilot.process.PilotProjectProcess.TASK_VOTE;
import static br.gov.sp.prefeitura.redeinfo.pilot.process.PilotProjectProcess.TASK_WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.CommentQueries;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Partnership;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PartnershipService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotAccess.View;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotComment;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotEvent;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotEvent.Kind;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotStory;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Review;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ReviewQueries;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.support.NominationLife;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife.Team;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every path of the model from the first draft to the committee's decision. */
abstract class PilotDecisionPaths {

  @Autowired PilotLife pilots;
  @Autowired TestPeople people;
  @Autowired NominationLife network;
  @Autowired PartnershipService partnerships;
  @Autowired CommentQueries comments;
  @Autowired ReviewQueries reviews;
  @Autowired PilotStory story;
  @Autowired TaskInbox inbox;

  Team team;

  @BeforeEach
  void somebodyHasAnIdea() {
    team = pilots.team();
  }

  @Test
  @DisplayName("is endorsed, forwarded and approved, and readable for everybody from then on")
  void approved() {
    Person elector = pilots.committee(1).get(0);
    long id = draft();
    assertThat(pilots.told(team.member())).isEmpty();
    pilots.fire(id, "boundaryEvent_WritingReminder");
    assertThat(pilots.told(team.office()))
        .anyMatch(s -> s.startsWith("Lembrete: Escrever a proposta"));

    pilots.submit(id, team.member());
    assertThat(pilots.told(team.head())).anyMatch(s -> s.startsWith("Endossar a proposta"));
    pilots.fire(id, "boundaryEvent_EndorsementReminder");
    assertThat(pilots.told(team.head())).anyMatch(s -> s.startsWith("Lembrete: Endossar"));
    pilots.fire(id, "boundaryEvent_EndorsementOverdue");
    assertThat(pilots.told(team.coordinator())).anyMatch(s -> s.startsWith("Prazo vencido"));
    pilots.answer(id, TASK_ENDORSE, team.head(), Map.of("endorsement", "endorse"));

    pilots.fire(id, "boundaryEvent_ReviewReminder");
    assertThat(pilots.told(team.coordinator()))
        .anyMatch(s -> s.startsWith("Lembrete: Analisar a proposta"));
    pilots.forward(id, team, List.of(elector));
    pilots.expect(id, PilotState.IN_VOTE);
    pilots.fire(id, "boundaryEvent_BallotReminder");
    assertThat(pilots.told(elector)).anyMatch(s -> s.startsWith("Lembrete: Votar"));
    assertThat(pilots.get(id).isPublished()).isFalse();

    pilots.vote(id, elector, "FOR");

    pilots.expect(id, PilotState.APPROVED);
    assertThat(pilots.get(id).isPublished()).isTrue();
    for (Person told : List.of(team.member(), team.office(), team.head())) {
      assertThat(pilots.told(told)).anyMatch(s -> s.startsWith("Aprovado: "));
    }
    assertThat(kinds(id))
        .containsExactly(
            Kind.BEGUN,
            Kind.SUBMITTED,
            Kind.ENDORSED,
            Kind.FORWARDED,
            Kind.BALLOT_OPENED,
            Kind.APPROVED);
    assertThat(pilots.recorded(id))
        .contains(
            "pilot.endorsement-decided " + team.head().id(),
            "pilot.reviewed " + team.coordinator().id(),
            "pilot.voted " + elector.id());
  }

  @Test
  @DisplayName("goes to its partners first, back if one declines or is silent, and asks only those")
  void partners() {
    Team partner = pilots.team();
    Map<String, String> typed = new HashMap<>();
    typed.put("partners[0].body", partner.body().slug());
    typed.put("partners[0].part", "Ceder as salas.");
    typed.put("partners[1].guest", "Câmara inventada");
    typed.put("partners[1].part", "Divulgar às comissões.");
    long id = pilots.draft(team, typed);
    pilots.submit(id, team.member());
    pilots.expect(id, PilotState.IN_PARTNERSHIP);
    assertThat(pilots.tasks(id))
        .extracting(task -> Set.copyOf(task.candidateGroups()))
        .containsExactlyInAnyOrder(
            Set.of(partner.body().slug() + ".head", partner.body().slug() + ".office"),
            Set.of("coordination"));

    pilots.fire(id, "boundaryEvent_PartnersReminder");
    assertThat(pilots.told(partner.office())).anyMatch(s -> s.startsWith("Lembrete: Confirmar"));
    answerAs(
        id,
        partner.head(),
        Map.of("answer", "decline", "declineReason", "Só temos salas em maio."));
    pilots.fire(id, "boundaryEvent_PartnersSilent");

    pilots.expect(id, PilotState.RETURNED);
    assertThat(comments.of(id, 1))
        .allMatch(comment -> comment.field().equals("partners"))
        .extracting(PilotComment::text)
        .containsExactly(
            partner.body().acronym() + " recusou a parceria: Só temos salas em maio.",
            "Câmara inventada não respondeu sobre a parceria até o prazo.");
    assertThat(pilots.told(team.member())).anyMatch(s -> s.startsWith("Para ajustar: "));
    assertThat(pilots.task(id, TASK_WRITE).candidateGroups())
        .contains(team.body().slug() + ".members");

    pilots.change(id, team.member(), Map.of("partners[0].part", "Ceder as salas em maio."));
    pilots.submit(id, team.member());
    answerAs(id, partner.office(), Map.of("answer", "confirm"));
    answerAs(id, team.coordinator(), Map.of("answer", "confirm"));
    pilots.expect(id, PilotState.IN_ENDORSEMENT);

    pilots.answer(
        id,
        TASK_ENDORSE,
        team.head(),
        Map.of("endorsement", "return", "returnReason", "Rever os marcos."));
    pilots.change(id, team.member(), Map.of("milestones[0].title", "Medir as praças"));
    pilots.submit(id, team.member());
    pilots.expect(id, PilotState.IN_ENDORSEMENT);
    assertThat(partnerships.of(id)).allMatch(p -> p.state() == Partnership.State.CONFIRMED);
    assertThat(pilots.recorded(id)).contains("pilot.partnership-answered " + partner.head().id());

    pilots.answer(
        id,
        TASK_ENDORSE,
        team.head(),
        Map.of("endorsement", "refuse", "refuseReason", "Sem equipe neste ano."));
    assertThat(pilots.told(partner.office())).anyMatch(s -> s.startsWith("Sem endosso: "));
  }

  @Test
  @DisplayName("of which a partner has nobody in office asks the coordination instead")
  void partnerWithoutOffice() {
    Person alone = pilots.committee(1).get(0);
    String slug = network.body().slug();
    long id =
        pilots.draft(team, Map.of("partners[0].body", slug, "partners[0].part", "Ceder dados."));
    pilots.submit(id, team.member());
    OpenTask task = pilots.task(id, TASK_PARTNERSHIP);
    assertThat(task.candidateGroups()).containsExactly("coordination");
    assertThatThrownBy(() -> inbox.claim(task.id(), alone.username())).isInstanceOf(Refusal.class);
  }

  @Test
  @DisplayName("is returned by the head with comments at the fields, or refused with a reason")
  void returnedAndRefused() {
    long id = pilots.submitted(team);
    Map<String, Object> comment = new HashMap<>();
    comment.put("endorsement", "return");
    comment.put("returnReason", "Falta dizer quem cuida do mapa.");
    comment.put("titleComment", "Um título mais curto.");
    comment.put("budgetComment", "E as horas da equipe?");
    pilots.answer(id, TASK_ENDORSE, team.head(), comment);

    pilots.expect(id, PilotState.RETURNED);
    assertThat(comments.of(id, 1))
        .extracting(PilotComment::field)
        .containsExactlyInAnyOrder("general", "title", "budget");
    pilots.change(id, team.office(), Map.of("title", "Mapa da poda"));
    pilots.submit(id, team.office());
    pilots.answer(
        id,
        TASK_ENDORSE,
        team.head(),
        Map.of("endorsement", "refuse", "refuseReason", "Não há equipe neste ano."));

    pilots.expect(id, PilotState.NOT_ENDORSED);
    assertThat(pilots.instance(id)).isNull();
    assertThat(pilots.get(id).isPublished()).isFalse();
    assertThat(story.of(id))
        .filteredOn(event -> event.kind() == Kind.ENDORSEMENT_REFUSED)
        .extracting(PilotEvent::reason)
        .containsExactly("Não há equipe neste ano.");
    assertThat(pilots.told(team.member())).anyMatch(s -> s.startsWith("Sem endosso: "));
  }

  @Test
  @DisplayName("is not endorsed by whoever submitted it: the interim head, else the coordination")
  void notByOneself() {
    Person head = team.head();
    network.appoint(head, Function.VOLUNTEER, team.body());
    Person interim = people.withFunction(Function.INTERIM_HEAD, team.body().slug());
    long id = pilots.draft(team);
    pilots.submit(id, head);
    OpenTask task = pilots.task(id, TASK_ENDORSE);
    assertThat(task.candidateGroups()).containsExactly(team.body().slug() + ".interim-head");
    assertThatThrownBy(() -> inbox.claim(task.id(), head.username())).isInstanceOf(Refusal.class);
    pilots.answer(
        id, TASK_ENDORSE, interim, Map.of("endorsement", "return", "returnReason", "Rever."));

    pilots.leaves(interim);
    pilots.change(id, team.member(), Map.of("budget", "Duas servidoras, meio período."));
    pilots.submit(id, head);
    assertThat(pilots.task(id, TASK_ENDORSE).candidateGroups()).containsExactly("coordination");
    pilots.answer(id, TASK_ENDORSE, team.coordinator(), Map.of("endorsement", "endorse"));
    pilots.expect(id, PilotState.IN_REVIEW);
  }

  @Test
  @DisplayName("submitted by the interim head is the head's to endorse, and never their own")
  void notByTheInterim() {
    Person interim = people.withFunction(Function.INTERIM_HEAD, team.body().slug());
    network.appoint(interim, Function.OFFICE, team.body());
    long id = pilots.draft(team);
    pilots.submit(id, interim);
    assertThatThrownBy(
            () -> pilots.answer(id, TASK_ENDORSE, interim, Map.of("endorsement", "endorse")))
        .isInstanceOf(Refusal.class)
        .hasMessage("pilot.own-proposal");
    inbox.putBack(pilots.task(id, TASK_ENDORSE).id());
    pilots.answer(id, TASK_ENDORSE, team.head(), Map.of("endorsement", "endorse"));
    pilots.expect(id, PilotState.IN_REVIEW);
  }

  @Test
  @DisplayName("waits for whoever heads the body when it is decided, and for partners likewise")
  void successors() {
    Team partner = pilots.team();
    long id =
        pilots.draft(
            team, Map.of("partners[0].body", partner.body().slug(), "partners[0].part", "Salas."));
    pilots.submit(id, team.member());
    OpenTask asked = pilots.task(id, TASK_PARTNERSHIP);
    inbox.claim(asked.id(), partner.office().username());
    pilots.leaves(partner.office());
    assertThat(pilots.task(id, TASK_PARTNERSHIP).assignee()).isNull();
    Person nextOffice = people.withFunction(Function.OFFICE, partner.body().slug());
    answerAs(id, nextOffice, Map.of("answer", "confirm"));

    inbox.claim(pilots.task(id, TASK_ENDORSE).id(), team.head().username());
    pilots.leaves(team.head());
    assertThat(pilots.task(id, TASK_ENDORSE).assignee()).isNull();
    assertThatThrownBy(
            () -> pilots.answer(id, TASK_ENDORSE, team.head(), Map.of("endorsement", "endorse")))
        .isInstanceOf(Refusal.class);
    Person nextHead = people.withFunction(Function.HEAD, team.body().slug());
    pilots.answer(id, TASK_ENDORSE, nextHead, Map.of("endorsement", "endorse"));
    pilots.expect(id, PilotState.IN_REVIEW);
  }

  @Test
  @DisplayName("goes back from the review with what each point lacks at its field")
  void adjusted() {
    long id = pilots.endorsed(team);
    Map<String, Object> review = PilotLife.forwarding();
    review.put("review", "adjust");
    review.put("indicatorsVerdict", "NOT_MET");
    review.put("indicatorsComment", "Falta uma meta.");
    review.put("feasibilityVerdict", "PARTLY");
    review.put("feasibilityComment", "Quem paga o servidor do mapa?");
    pilots.answer(id, TASK_REVIEW, team.coordinator(), review);

    pilots.expect(id, PilotState.RETURNED);
    assertThat(comments.of(id, 1))
        .extracting(PilotComment::field)
        .containsExactlyInAnyOrder("indicators", "risks");
    assertThat(reviews.latest(id, View.LEAD_BODY).orElseThrow())
        .returns("Proposta clara e viável.", Review::opinion)
        .returns(null, Review::internalNote);
    assertThat(reviews.latest(id, View.COMMITTEE).orElseThrow().internalNote()).isNotNull();
    assertThat(reviews.of(id, View.PARTNER)).isEmpty();
    assertThat(reviews.of(id, View.PUBLIC)).isEmpty();

    pilots.change(id, team.member(), Map.of("indicators", "De 40 a 10 pedidos até dezembro."));
    pilots.submit(id, team.member());
    pilots.answer(id, TASK_ENDORSE, team.head(), Map.of("endorsement", "endorse"));
    Map<String, Object> rejected = PilotLife.forwarding();
    rejected.put("review", "reject");
    pilots.answer(id, TASK_REVIEW, team.coordinator(), rejected);

    pilots.expect(id, PilotState.NOT_RECOMMENDED);
    assertThat(pilots.instance(id)).isNull();
    assertThat(reviews.of(id, View.ALL)).hasSize(2);
    assertThat(pilots.told(team.office())).anyMatch(s -> s.startsWith("Não recomendado: "));
  }

  @Test
  @DisplayName("that most of the committee votes against ends, with the reasons and without names")
  void rejected() {
    List<Person> committee = pilots.committee(4);
    long id = pilots.inVote(team, committee);
    pilots.vote(id, committee.get(0), "AGAINST");
    pilots.vote(id, committee.get(1), "AGAINST");
    pilots.leaves(committee.get(3));
    pilots.vote(id, committee.get(2), "FOR");

    pilots.expect(id, PilotState.REJECTED);
    assertThat(pilots.instance(id)).isNull();
    assertThat(story.of(id))
        .last()
        .returns(Kind.REJECTED, PilotEvent::kind)
        .returns(null, PilotEvent::personId)
        .returns(
            "– Já existe um mapa parecido.\n– Já existe um mapa parecido.", PilotEvent::reason);
    assertThat(pilots.told(team.member())).anyMatch(s -> s.startsWith("Não aprovado: "));
  }

  @Test
  @DisplayName("with a tie is voted on again, then approved by a casting vote with its reason")
  void tie() {
    List<Person> committee = pilots.committee(2);
    long id = pilots.inVote(team, committee);
    pilots.vote(id, committee.get(0), "FOR");
    pilots.vote(id, committee.get(1), "AGAINST");
    pilots.expect(id, PilotState.UNDECIDED);

    pilots.among(
        committee,
        () ->
            pilots.answer(
                id, TASK_RESOLVE_BALLOT, team.coordinator(), Map.of("resolution", "again")));
    pilots.expect(id, PilotState.IN_VOTE);
    committee.forEach(elector -> pilots.vote(id, elector, "ABSTAIN"));
    pilots.expect(id, PilotState.UNDECIDED);
    pilots.answer(
        id,
        TASK_RESOLVE_BALLOT,
        team.coordinator(),
        Map.of("resolution", "approve", "resolutionReason", "O mapa vale a tentativa."));

    pilots.expect(id, PilotState.APPROVED);
    assertThat(pilots.told(team.member())).anyMatch(s -> s.startsWith("Aprovado: "));
    assertThat(kinds(id)).endsWith(Kind.TIED, Kind.BALLOT_OPENED, Kind.TIED, Kind.APPROVED);
    assertThat(pilots.recorded(id)).contains("pilot.ballot-resolved " + team.coordinator().id());
  }

  @Test
  @DisplayName("without a quorum at the deadline has no casting vote, and may be shelved")
  void noQuorum() {
    List<Person> committee = pilots.committee(3);
    long id = pilots.inVote(team, committee);
    pilots.vote(id, committee.get(0), "FOR");
    pilots.fire(id, "boundaryEvent_BallotDeadline");

    pilots.expect(id, PilotState.UNDECIDED);
    assertThat(pilots.tasks(id)).extracting(OpenTask::key).doesNotContain(TASK_VOTE);
    assertThatThrownBy(
            () ->
                pilots.answer(
                    id,
                    TASK_RESOLVE_BALLOT,
                    team.coordinator(),
                    Map.of("resolution", "approve", "resolutionReason", "Um basta.")))
        .isInstanceOf(Refusal.class)
        .hasMessage("pilot.no-casting-vote");
    pilots.answer(
        id,
        TASK_RESOLVE_BALLOT,
        team.coordinator(),
        Map.of("resolution", "shelve", "resolutionReason", "O comitê não se reuniu."));

    pilots.expect(id, PilotState.SHELVED);
    assertThat(pilots.instance(id)).isNull();
    assertThat(pilots.told(team.head())).anyMatch(s -> s.startsWith("Arquivado: "));
  }

  private long draft() {
    return pilots.draft(team);
  }

  private void answerAs(long id, Person by, Map<String, Object> values) {
    OpenTask task =
        pilots.tasks(id).stream()
            .filter(open -> open.key().equals(TASK_PARTNERSHIP))
            .filter(
                open ->
                    open.candidateGroups().stream()
                        .anyMatch(pilots.signedIn(by).groups()::contains))
            .findFirst()
            .orElseThrow();
    inbox.claim(task.id(), by.username());
    inbox.complete(task.id(), by.username(), values);
    pilots.runJobs();
  }

  List<Kind> kinds(long id) {
    return story.of(id).stream().map(PilotEvent::kind).toList();
  }
}
