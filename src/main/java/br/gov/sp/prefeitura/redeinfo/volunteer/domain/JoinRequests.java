package br.gov.sp.prefeitura.redeinfo.volunteer.domain;

import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Bond;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import br.gov.sp.prefeitura.redeinfo.shared.text.Secret;
import br.gov.sp.prefeitura.redeinfo.shared.text.Typed;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.volunteer.domain.JoinRequestRepository.Asked;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way in from the public page: a letter to the address, and the link in it. Whether the address
 * is a member's shows in the letter alone, which its owner reads.
 */
@Service
public class JoinRequests {

  private static final Logger log = LoggerFactory.getLogger(JoinRequests.class);
  private static final Duration HOUR = Duration.ofHours(1);

  private final JoinRequestRepository requests;
  private final EnlistmentRepository enlistments;
  private final JoinLetters letters;
  private final Bodies bodies;
  private final Persons persons;
  private final Memberships memberships;
  private final VolunteerProperties properties;
  private final Clock clock;

  JoinRequests(
      JoinRequestRepository requests,
      EnlistmentRepository enlistments,
      JoinLetters letters,
      Bodies bodies,
      Persons persons,
      Memberships memberships,
      VolunteerProperties properties,
      Clock clock) {
    this.requests = requests;
    this.enlistments = enlistments;
    this.letters = letters;
    this.bodies = bodies;
    this.persons = persons;
    this.memberships = memberships;
    this.properties = properties;
    this.clock = clock;
  }

  /** Bodies that one can join, as the form lists them. */
  public List<Body> bodies() {
    return bodies.existingOn(SaoPaulo.today(clock));
  }

  /**
   * What was typed, in its kept form. Looks at the body and nothing else: the answer is the same
   * whoever the address belongs to.
   *
   * @throws Refusal (invalid) with the fields that break a rule
   */
  public Request checked(Long bodyId, String typedEmail, String typedName, boolean privacy) {
    List<Violation> found = new ArrayList<>();
    Body body = bodyId == null ? null : bodies.byId(List.of(bodyId)).get(bodyId);
    if (body == null || !body.existsOn(SaoPaulo.today(clock))) {
      found.add(Violation.at("bodyId", "volunteer.body"));
    }
    String email = Typed.email(typedEmail);
    String name = Typed.line(typedName);
    if (body != null) {
      found.addAll(JoinRules.person(name, email, Bond.EFETIVO, null, body));
    } else {
      JoinRules.required(found, "email", email);
      JoinRules.required(found, "name", name);
    }
    if (!privacy) {
      found.add(Violation.at("privacy", "volunteer.privacy"));
    }
    JoinRules.refuse(found);
    return new Request(bodyId, email, name);
  }

  /**
   * Writes one letter to the address, unless it or everybody together asked too often: then nothing
   * happens. Call after the answer was given.
   */
  @Transactional
  public void receive(Request request) {
    Instant now = clock.instant();
    requests.oneAtATime(request.email());
    Asked asked =
        requests.asked(request.email(), now.minus(HOUR), now.minus(properties.requestPause()));
    if (asked.byAll() >= properties.lettersPerHour()) {
      log.warn(
          "The public form to join was used {} times in an hour; a request was dropped",
          asked.byAll());
      return;
    }
    if (asked.justNow() || asked.byAddress() >= properties.requestsPerAddress()) {
      return;
    }
    boolean member =
        persons.findByEmail(request.email()).filter(memberships::isAppointed).isPresent();
    boolean waiting = enlistments.isWaiting(request.email());
    boolean link = !member && !waiting;
    String secret = Secret.random();
    Instant until = now.plus(properties.linkValidity());
    long id =
        requests.insert(
            request.email(),
            request.bodyId(),
            request.name(),
            link ? Secret.digest(secret) : null,
            now,
            until);
    if (link) {
      letters.confirm(id, request.email(), secret, until);
    } else {
      letters.tellWhereTheyAre(id, request.email(), member);
    }
  }

  /** Whose address the link confirms; empty if it is unknown, used or too old. */
  @Transactional(readOnly = true)
  public Optional<JoinRequest> open(String secret) {
    return requests.find(Secret.digest(secret), clock.instant());
  }

  /** What was asked by the public form, checked. */
  public record Request(long bodyId, String email, String name) {}
}
