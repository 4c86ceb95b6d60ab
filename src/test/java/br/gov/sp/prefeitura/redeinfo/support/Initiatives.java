package br.gov.sp.prefeitura.redeinfo.support;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.InitiativePlan;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.InitiativeQueries;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.InitiativeService;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;

/** Transversal initiatives for tests. */
@TestComponent
public class Initiatives {

  private static final AtomicInteger COUNTER = new AtomicInteger();

  private final InitiativeService service;
  private final InitiativeQueries queries;
  private final MeetingWorld meetings;
  private final TestBodies bodies;

  Initiatives(
      InitiativeService service,
      InitiativeQueries queries,
      MeetingWorld meetings,
      TestBodies bodies) {
    this.service = service;
    this.queries = queries;
    this.meetings = meetings;
    this.bodies = bodies;
  }

  /** One of two bodies, which the coordination has entered. */
  public long proposed() {
    Body first = bodies.make("SECRETARIA", "RF");
    Body second = bodies.make("SECRETARIA", "RF");
    return service.propose(
        new InitiativePlan(
            name(),
            "Para mostrar.",
            null,
            null,
            Set.of(first.id(), second.id()),
            Set.of(),
            Set.of()),
        meetings.signedIn(meetings.coordinator()));
  }

  public int version(long id) {
    return queries.get(id).version();
  }

  private static String name() {
    return "Iniciativa inventada " + COUNTER.incrementAndGet();
  }

  /** What a browser sends of a new one, with two bodies. */
  public String typed() {
    Body first = bodies.make("SECRETARIA", "RF");
    Body second = bodies.make("SECRETARIA", "RF");
    return "name="
        + URLEncoder.encode(name(), StandardCharsets.UTF_8)
        + "&purpose=Para+mostrar.&bodyIds="
        + first.id()
        + "&bodyIds="
        + second.id();
  }
}
