package br.gov.sp.prefeitura.redeinfo.nomination;

import static br.gov.sp.prefeitura.redeinfo.nomination.NominationWorld.together;
import static br.gov.sp.prefeitura.redeinfo.nomination.NominationWorld.typed;
import static br.gov.sp.prefeitura.redeinfo.nomination.process.NominationApprovalProcess.TASK_ACCEPT;
import static br.gov.sp.prefeitura.redeinfo.nomination.process.NominationApprovalProcess.TASK_APPROVE;
import static br.gov.sp.prefeitura.redeinfo.nomination.process.NominationApprovalProcess.TASK_INDICATE;
import static br.gov.sp.prefeitura.redeinfo.nomination.process.NominationApprovalProcess.TASK_PUBLISH;
import static br.gov.sp.prefeitura.redeinfo.nomination.process.NominationApprovalProcess.TASK_VALIDATE;

import br.gov.sp.prefeitura.redeinfo.network.Appointments.SeatHolding;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Bond;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Seat;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.Decision;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.Decision.Outcome;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.SeatKey;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One body's nomination for open government, those who act in it, and what they do. */
abstract class OneNomination {

  static final SeatKey TITULAR = new SeatKey(Track.OPEN_GOVERNMENT, Seat.TITULAR);
  static final SeatKey SUPLENTE = new SeatKey(Track.OPEN_GOVERNMENT, Seat.SUPLENTE);
  static final Map<String, Object> ACCEPTS = Map.of("answer", "accept");
  static final Map<String, Object> APPROVES = Map.of("choice", "approve");
  static final Map<String, Object> VALID = Map.of("check", "valid");

  NominationWorld world;
  Body body;
  Person coordinator;
  Person office;
  Person head;
  long round;
  long id;

  /** A round opens for a body with an office and a head. */
  void begin(NominationWorld itsWorld) {
    world = itsWorld;
    body = world.body();
    coordinator = world.appointed(body, Function.COORDINATION);
    office = world.appointed(body, Function.OFFICE);
    head = world.appointed(body, Function.HEAD);
    round = world.openRound(coordinator, Set.of(Track.OPEN_GOVERNMENT), List.of(body));
    id = world.nominationOf(round, body);
  }

  void indicate(String titular, String suplente) {
    world.complete(
        id,
        TASK_INDICATE,
        office,
        together(
            typed(TITULAR, body, titular, Bond.EFETIVO),
            typed(SUPLENTE, body, suplente, Bond.COMISSIONADO)));
  }

  void acceptAll(String... mailboxes) {
    for (String mailbox : mailboxes) {
      world.answer(id, body, mailbox, ACCEPTS);
    }
  }

  void publish() {
    world.complete(id, TASK_PUBLISH, coordinator, world.publication());
  }

  void goTo(String taskKey) {
    List<String> steps =
        List.of(TASK_INDICATE, TASK_ACCEPT, TASK_APPROVE, TASK_VALIDATE, TASK_PUBLISH);
    int target = steps.indexOf(taskKey);
    if (target > 0) {
      indicate("ana", "bia");
    }
    if (target > 1) {
      acceptAll("ana", "bia");
    }
    if (target > 2) {
      world.complete(id, TASK_APPROVE, head, APPROVES);
    }
    if (target > 3) {
      world.complete(id, TASK_VALIDATE, coordinator, VALID);
    }
  }

  Person who(String role) {
    return switch (role) {
      case "office" -> office;
      case "head" -> head;
      case "nominee" -> world.nominee(body, "ana");
      default -> coordinator;
    };
  }

  Decision lastOutcome(Outcome outcome) {
    return world.details(id).history().stream()
        .filter(decision -> decision.outcome() == outcome)
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  List<SeatHolding> seated() {
    return world.appointments.seatsOf(body.id(), world.today()).stream()
        .filter(holding -> !holding.isVacant())
        .toList();
  }
}
