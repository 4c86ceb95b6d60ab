package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotAccess.Seen;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotEvent.Kind;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotEvent.Sight;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who answers for a pilot: changed by people, or because somebody left the body. */
@Service
@Transactional
public class SponsorService {

  private final PilotLocks locks;
  private final PilotRepository pilots;
  private final Sponsors sponsors;
  private final PilotProcess process;
  private final PilotStory story;
  private final AuditLog audit;
  private final JdbcClient jdbc;

  SponsorService(
      PilotLocks locks,
      PilotRepository pilots,
      Sponsors sponsors,
      PilotProcess process,
      PilotStory story,
      AuditLog audit,
      JdbcClient jdbc) {
    this.locks = locks;
    this.pilots = pilots;
    this.sponsors = sponsors;
    this.process = process;
    this.story = story;
    this.audit = audit;
    this.jdbc = jdbc;
  }

  /**
   * Somebody else of the lead body answers for it from now on. Does nothing for who does already.
   *
   * @param personId {@code null} if none was chosen
   * @throws Refusal (invalid) at {@code sponsor} for who has no function in the body, (conflict) if
   *     the pilot is over, (forbidden) for other bodies
   */
  public void change(long pilotId, Long personId, SignedIn by) {
    Seen seen = locks.of(pilotId, by);
    Pilot pilot = seen.pilot();
    PilotLocks.require(PilotCommands.maySetSponsor(seen.body(), by));
    if (!pilot.isOpen()) {
      throw Refusal.conflict("pilot.moved-on");
    }
    if (personId == null || !sponsors.isOf(pilot.bodyId(), personId)) {
      throw Refusal.invalidField("sponsor", "pilot.sponsor.not-of-body");
    }
    if (!Objects.equals(pilot.sponsorId(), personId)) {
      set(pilot, personId, by.personId());
    }
  }

  /** Open pilots of the body for which the person answers, by number. */
  @Transactional(readOnly = true)
  public List<Pilot> sponsoredBy(long personId, long bodyId) {
    return jdbc.sql(
            """
            SELECT * FROM pilot
             WHERE sponsor_id = :person AND body_id = :body AND ended_at IS NULL ORDER BY id
            """)
        .param("person", personId)
        .param("body", bodyId)
        .query((rs, n) -> PilotRepository.pilot(rs))
        .list();
  }

  /**
   * The person has left the body: somebody else answers for the pilot, or nobody until one is
   * chosen. Safe to repeat.
   *
   * @param successor {@code null} for nobody
   * @return whether the person answered for it until now
   */
  boolean handOver(long pilotId, long leaverId, Long successor) {
    Pilot pilot = pilots.lock(pilotId).orElseThrow();
    boolean theirs = pilot.isOpen() && Objects.equals(pilot.sponsorId(), leaverId);
    if (theirs) {
      set(pilot, successor, null);
    }
    return theirs;
  }

  private void set(Pilot pilot, Long sponsorId, Long by) {
    pilots.setSponsor(pilot.id(), sponsorId);
    story.add(pilot.id(), Kind.SPONSOR_CHANGED, by, null, Sight.BODY);
    AuditEntry entry =
        AuditEntry.of(PilotAction.SPONSOR_CHANGED, pilot.id()).in(pilot.bodyId()).about(sponsorId);
    audit.record(by == null ? entry : entry.by(by));
    process.sponsorChanged(pilot.id());
  }
}
