package br.gov.sp.prefeitura.redeinfo.nomination;

import static br.gov.sp.prefeitura.redeinfo.nomination.NominationWorld.together;
import static br.gov.sp.prefeitura.redeinfo.nomination.NominationWorld.typed;
import static br.gov.sp.prefeitura.redeinfo.nomination.process.NominationApprovalProcess.TASK_APPROVE;
import static br.gov.sp.prefeitura.redeinfo.nomination.process.NominationApprovalProcess.TASK_INDICATE;
import static br.gov.sp.prefeitura.redeinfo.nomination.process.NominationApprovalProcess.TASK_PUBLISH;
import static br.gov.sp.prefeitura.redeinfo.nomination.process.NominationApprovalProcess.TASK_VALIDATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Bond;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Seat;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.Decision;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.Decision.Outcome;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.MandateService;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.SeatKey;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.SetDecisions;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskFormData;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskFormData.TaskFormRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

@IntegrationTest
@DisplayName("Who decides about a nomination")
class NominationDecisionsTest {

  private static final SeatKey TITULAR = new SeatKey(Track.OPEN_GOVERNMENT, Seat.TITULAR);
  private static final SeatKey SUPLENTE = new SeatKey(Track.OPEN_GOVERNMENT, Seat.SUPLENTE);
  private static final Map<String, Object> ACCEPTS = Map.of("answer", "accept");
  private static final Map<String, Object> APPROVES = Map.of("choice", "approve");

  @Autowired AutowireCapableBeanFactory beans;
  @Autowired SetDecisions decisions;
  @Autowired MandateService mandates;
  @Autowired List<TaskFormData> formData;

  private NominationWorld world;
  private Body body;
  private Person coordinator;
  private Person office;
  private Person head;
  private long id;

  @BeforeEach
  void setUp() {
    world = beans.createBean(NominationWorld.class);
    body = world.body();
    coordinator = world.appointed(body, Function.COORDINATION);
    office = world.appointed(body, Function.OFFICE);
    head = world.person(body, "chefe", Bond.EFETIVO);
    world.appoint(head, body, Function.HEAD);
    id =
        world.nominationOf(
            world.openRound(coordinator, Set.of(Track.OPEN_GOVERNMENT), List.of(body)), body);
  }

  @Test
  @DisplayName("is the interim head when the head is in the set, on record")
  void interimWhenHeadIsInSet() {
    Person interim = world.appointed(body, Function.INTERIM_HEAD);
    indicateAndAccept(office, "chefe", "bia");

    assertThat(offeredTo()).containsExactly(Groups.interimHead(body.slug()));
    Map<String, Object> shown = shown(TASK_APPROVE, interim);
    assertThat(shown.get("decidesInPlace")).isEqualTo(true);
    assertThat(shown.get("inPlaceOf").toString()).contains("no lugar da chefia");
    world.complete(id, TASK_APPROVE, interim, APPROVES);
    assertThat(last(Outcome.APPROVED).inPlaceOfHead()).isTrue();
    assertThat(last(Outcome.APPROVED).decidedBy()).isEqualTo(interim.id());
    assertThat(onRecord("nomination.approved"))
        .containsExactly(interim.id(), "head", body.id(), body.id());
  }

  @Test
  @DisplayName("is the coordination when head and interim both have a stake")
  void coordinationWhenBothHaveAStake() {
    Person interim = world.person(body, "interina", Bond.EFETIVO);
    world.appoint(interim, body, Function.INTERIM_HEAD);
    indicateAndAccept(office, "chefe", "interina");

    assertThat(offeredTo()).containsExactly(Groups.COORDINATION);
    world.complete(id, TASK_APPROVE, coordinator, APPROVES);
    assertThat(last(Outcome.APPROVED).inPlaceOfHead()).isTrue();
    assertThat(onRecord("nomination.approved"))
        .containsExactly(coordinator.id(), "head", body.id(), body.id());
  }

  @Test
  @DisplayName("is on record for themselves when it is the head's own to decide")
  void headForThemselves() {
    indicateAndAccept(office, "ana", "bia");
    world.complete(id, TASK_APPROVE, head, APPROVES);
    assertThat(onRecord("nomination.approved")).containsExactly(head.id(), null, null, body.id());
  }

  @ParameterizedTest(name = "by the coordination: {0}")
  @ValueSource(booleans = {true, false})
  @DisplayName("is on record in place of the body when the coordination withdraws for its office")
  void withdrawnForTheBody(boolean byCoordination) {
    Person by = byCoordination ? coordinator : office;
    world.commands.withdraw(id, world.signedIn(by), "O órgão será extinto.");
    assertThat(onRecord("nomination.withdrawn"))
        .containsExactly(
            by.id(), byCoordination ? "body" : null, byCoordination ? body.id() : null, body.id());
  }

  @Test
  @DisplayName("is somebody else when the head wrote the set as the body's office")
  void headWhoWroteTheSet() {
    world.appoint(head, body, Function.OFFICE);
    indicateAndAccept(head, "ana", "bia");
    assertThat(offeredTo()).containsExactly(Groups.COORDINATION);
  }

  @Test
  @DisplayName("is checked again when the decision is made: nobody approves a set they are in")
  void checkedAgainAtCompletion() {
    Person interim = world.person(body, "interina", Bond.EFETIVO);
    world.appoint(interim, body, Function.INTERIM_HEAD);
    indicateAndAccept(office, "interina", "bia");
    assertThat(offeredTo()).containsExactly(Groups.head(body.slug()));

    Task task = world.task(id, TASK_APPROVE);
    world.inbox.claim(task.getId(), interim.username());
    assertThatThrownBy(() -> world.inbox.complete(task.getId(), interim.username(), APPROVES))
        .hasMessageContaining("nomination.own-set");
    assertThat(world.state(id)).isEqualTo(NominationState.IN_APPROVAL);
  }

  @Test
  @DisplayName("is not somebody whose appointment ended after they took the task on")
  void appointmentEnded() {
    indicateAndAccept(office, "ana", "bia");
    Task task = world.task(id, TASK_APPROVE);
    world.inbox.claim(task.getId(), head.username());
    Appointment asHead =
        world.appointments.ofPerson(head.id(), world.today()).stream().findFirst().orElseThrow();
    world.appointments.end(asHead.id(), world.today().minusDays(1), EndReason.DISMISSED, null);
    Person next = world.appointed(body, Function.HEAD);

    assertThatThrownBy(() -> world.inbox.complete(task.getId(), head.username(), APPROVES))
        .isInstanceOf(RuntimeException.class);
    assertThat(world.state(id)).isEqualTo(NominationState.IN_APPROVAL);
    assertThat(world.task(id, TASK_APPROVE).getAssignee()).isNull();
    world.complete(id, TASK_APPROVE, next, APPROVES);
    assertThat(world.state(id)).isEqualTo(NominationState.IN_VALIDATION);
  }

  @Test
  @DisplayName("sees who, bond, unit, justification, the rules' findings and earlier comments")
  void whatADecisionNeeds() {
    world.complete(id, TASK_INDICATE, office, typed(TITULAR, body, "ana", Bond.EFETIVO));
    world.answer(id, body, "ana", Map.of("answer", "decline", "declineReason", "RF errado."));
    world.complete(id, TASK_INDICATE, office, typed(TITULAR, body, "bia", Bond.COMISSIONADO));
    world.answer(id, body, "bia", ACCEPTS);

    Map<String, Object> shown = shown(TASK_APPROVE, head);
    assertThat(shown.get("bodyName")).isEqualTo(body.name());
    assertThat(shown.get("seats").toString())
        .contains("Governo aberto – titular", "Indicada bia", "Comissionado", "Ouvidoria");
    assertThat(shown.get("emptySeats")).isEqualTo("Governo aberto – suplente");
    assertThat(shown.get("findings").toString()).contains("Atenção", "dupla fica incompleta");
    assertThat(shown.get("reasons").toString()).contains("RF errado.", "Indicada ana");
    assertThat(shown.get("inSetOpenTitular")).isEqualTo(true);
    assertThat(shown.get("inSetOpenSuplente")).isEqualTo(false);
    assertThat(shown.get("indicatedBy")).isEqualTo(office.name());
  }

  @Test
  @DisplayName("must say whom to replace and why when returning, and why when refusing")
  void reasonsAreRequired() {
    indicateAndAccept(office, "ana", "bia");
    assertCode(
        "nomination.return-seats",
        () -> decisions.returnForReplacement(id, head.id(), List.of(), "x"));
    assertCode(
        "nomination.reason-required",
        () -> decisions.returnForReplacement(id, head.id(), List.of(TITULAR), " "));
    assertCode("nomination.reason-required", () -> decisions.refuse(id, head.id(), null));
    assertCode("nomination.too-long", () -> decisions.refuse(id, head.id(), "x".repeat(1001)));
    assertCode("nomination.control-characters", () -> decisions.refuse(id, head.id(), "a\u0000b"));
    assertCode(
        "nomination.seat-not-asked",
        () ->
            decisions.returnForReplacement(
                id,
                head.id(),
                List.of(new SeatKey(Track.ACCESS_TO_INFORMATION, Seat.TITULAR)),
                "x"));
    assertThat(world.state(id)).isEqualTo(NominationState.IN_APPROVAL);
  }

  @ParameterizedTest(name = "{0}, {1} days from today, {2} → {3}")
  @CsvSource(
      nullValues = "null",
      value = {
        "null, 0, https://x.gov.br/1, nomination.act-number",
        "6010.2026/1234-5, 0, https://x.gov.br/1, nomination.act-number",
        "6010.2026/0001234-55, 0, https://x.gov.br/1, nomination.act-number",
        "6010-2026/0001234-5, 0, https://x.gov.br/1, nomination.act-number",
        "6010.2026/0001234-5, 1, https://x.gov.br/1, nomination.gazette-future",
        "6010.2026/0001234-5, -1, https://x.gov.br/1, nomination.gazette-early",
        "6010.2026/0001234-5, 0, http://x.gov.br/1, nomination.gazette-link",
        "6010.2026/0001234-5, 0, javascript:alert(1), nomination.gazette-link",
        "6010.2026/0001234-5, 0, https://, nomination.gazette-link",
        "6010.2026/0001234-5, 0, https://user:secret@x.gov.br/, nomination.gazette-link",
        "6010.2026/0001234-5, 0, null, nomination.gazette-link"
      })
  @DisplayName("records a publication only with number, date and address as they must be")
  void publicationIsChecked(String number, int days, String link, String code) {
    indicateAndAccept(office, "ana", "bia");
    world.complete(id, TASK_APPROVE, head, APPROVES);
    world.complete(id, TASK_VALIDATE, coordinator, Map.of("check", "valid"));
    LocalDate date = world.today().plusDays(days);
    assertCode(code, () -> decisions.recordPublication(id, coordinator.id(), number, date, link));
  }

  @Test
  @DisplayName("grants mandates once, however often the step is repeated, and ends who is replaced")
  void mandatesOnce() {
    Person before = world.person(body, "antes", Bond.EFETIVO);
    Appointment old = world.seat(before, body, TITULAR);
    indicateAndAccept(office, "ana", "bia");
    world.complete(id, TASK_APPROVE, head, APPROVES);
    world.complete(id, TASK_VALIDATE, coordinator, Map.of("check", "valid"));
    world.complete(id, TASK_PUBLISH, coordinator, world.publication());
    mandates.grant(id);
    mandates.announce(id);

    assertThat(world.appointments.find(old.id()).orElseThrow().endReason())
        .isEqualTo(EndReason.REPLACED);
    assertThat(world.appointments.ofBody(body.id(), world.today()))
        .filteredOn(a -> a.function() == Function.FOCAL_POINT)
        .hasSize(2);
    assertThat(world.subjectsTo(office))
        .filteredOn(subject -> subject.startsWith("Mandatos em vigor"))
        .hasSize(1);
    assertThat(
            world
                .jdbc
                .sql("SELECT count(*) FROM nomination WHERE vacated_appointment_id = :id")
                .param("id", old.id())
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  @DisplayName("leaves nothing that people typed in the engine's tables")
  void nothingTypedInTheEngine() {
    world.complete(
        id,
        TASK_INDICATE,
        office,
        together(
            typed(TITULAR, body, "zulmira.unica", Bond.EFETIVO),
            typed(SUPLENTE, body, "zenaide.unica", Bond.EFETIVO)));
    world.answer(id, body, "zulmira.unica", ACCEPTS);
    world.answer(
        id, body, "zenaide.unica", Map.of("answer", "decline", "declineReason", "motivo-unico"));
    world.complete(id, TASK_INDICATE, office, Map.of());
    world.complete(
        id, TASK_APPROVE, head, Map.of("choice", "approve", "approveComment", "motivo-unico"));
    world.complete(
        id, TASK_VALIDATE, coordinator, Map.of("check", "valid", "validComment", "motivo-unico"));
    world.complete(id, TASK_PUBLISH, coordinator, world.publication());
    assertThat(world.state(id)).isEqualTo(NominationState.IN_FORCE);

    for (String table : engineTables()) {
      long hits =
          world
              .jdbc
              .sql(
                  "SELECT count(*) FROM "
                      + table
                      + " t WHERE t::text ~* '\\munica' OR t::text ILIKE '%motivo-unico%'"
                      + " OR t::text LIKE '%conhece o serviço%'")
              .query(Long.class)
              .single();
      assertThat(hits).as(table).isZero();
    }
  }

  private List<String> engineTables() {
    return world
        .jdbc
        .sql(
            "SELECT table_name FROM information_schema.tables"
                + " WHERE table_schema = 'public' AND table_name LIKE 'act\\_%'")
        .query(String.class)
        .list();
  }

  private void indicateAndAccept(Person by, String titular, String suplente) {
    world.complete(
        id,
        TASK_INDICATE,
        by,
        together(
            typed(TITULAR, body, titular, Bond.EFETIVO),
            typed(SUPLENTE, body, suplente, Bond.EFETIVO)));
    world.answer(id, body, titular, ACCEPTS);
    world.answer(id, body, suplente, ACCEPTS);
  }

  private List<String> offeredTo() {
    return world
        .inbox
        .findOpen(world.task(id, TASK_APPROVE).getId())
        .orElseThrow()
        .candidateGroups();
  }

  private Map<String, Object> shown(String taskKey, Person to) {
    Task task = world.task(id, taskKey);
    return formData.stream()
        .filter(data -> data.processKey().equals("nomination-approval"))
        .findFirst()
        .orElseThrow()
        .dataFor(new TaskFormRequest(task.getId(), taskKey, String.valueOf(id), to.username()));
  }

  private Decision last(Outcome outcome) {
    return world.details(id).history().stream()
        .filter(decision -> decision.outcome() == outcome)
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  /** Who did it, in place of whom, and in which body. */
  private List<Object> onRecord(String action) {
    return world
        .jdbc
        .sql(
            """
            SELECT actor_id, in_place_of_kind, in_place_of_id, body_id FROM audit_entry
             WHERE subject_type = 'nomination' AND subject_id = :id AND action = :action
            """)
        .param("id", String.valueOf(id))
        .param("action", action)
        .query(
            (row, number) ->
                Arrays.asList(
                    row.getObject(1), row.getObject(2), row.getObject(3), row.getObject(4)))
        .single();
  }

  private static void assertCode(
      String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    Refusal refusal = catchThrowableOfType(Refusal.class, call);
    assertThat(refusal).isNotNull();
    assertThat(refusal.violations()).extracting(v -> v.code()).contains(code);
  }
}
