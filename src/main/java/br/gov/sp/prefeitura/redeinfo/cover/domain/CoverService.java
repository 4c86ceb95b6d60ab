package br.gov.sp.prefeitura.redeinfo.cover.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.cover.AbsenceCovers;
import br.gov.sp.prefeitura.redeinfo.cover.domain.AbsenceCover.EndReason;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Covers from the naming to the end. */
@Service
@Transactional
class CoverService implements AbsenceCovers {

  private static final int AT_A_TIME = 50;

  private final CoverRepository covers;
  private final CoverCheck check;
  private final CommonGround ground;
  private final CoverNotices notices;
  private final Persons persons;
  private final TaskInbox inbox;
  private final AuditLog audit;
  private final Clock clock;

  CoverService(
      CoverRepository covers,
      CoverCheck check,
      CommonGround ground,
      CoverNotices notices,
      Persons persons,
      TaskInbox inbox,
      AuditLog audit,
      Clock clock) {
    this.covers = covers;
    this.check = check;
    this.ground = ground;
    this.notices = notices;
    this.persons = persons;
    this.inbox = inbox;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public long name(NewCover cover, SignedIn by) {
    boolean own = Objects.equals(cover.absentId(), by.personId());
    if (cover.absentId() == null || !own && !by.isCoordination()) {
      throw Refusal.notFound("cover.person-unknown");
    }
    Person absent = persons.get(cover.absentId());
    String reason = check.check(cover, absent, own, by);
    Person substitute = persons.get(cover.substituteId());
    Instant starts = cover.startsAt().atZone(SaoPaulo.ZONE).toInstant();
    Instant ends = cover.endsAt().atZone(SaoPaulo.ZONE).toInstant();
    long id =
        covers
            .insert(
                absent.id(),
                substitute.id(),
                starts,
                ends,
                cover.processKeys(),
                reason,
                by.personId(),
                clock.instant())
            .orElseThrow(() -> Refusal.conflict("cover.exists"));
    audit.record(
        entry(CoverAction.NAMED, id, absent.id(), substitute.id())
            .by(by.personId())
            .with("from", cover.startsAt().toLocalDate())
            .with("until", cover.endsAt().toLocalDate())
            .with("processes", cover.processKeys().stream().sorted().toList()));
    notices.named(id, absent, substitute, starts, ends, own);
    return id;
  }

  @Override
  public void end(long coverId, SignedIn by) {
    AbsenceCover cover = covers.lock(coverId).orElseThrow(CoverService::unknown);
    boolean substitute = cover.substituteId() == by.personId();
    if (!substitute && cover.absentId() != by.personId() && !by.isCoordination()) {
      throw unknown();
    }
    if (!cover.isOpen(clock.instant())) {
      throw Refusal.conflict("cover.over");
    }
    close(cover, substitute ? EndReason.REFUSED : EndReason.ENDED, by.personId());
  }

  @Override
  public int closeLapsed() {
    List<AbsenceCover> lapsed = covers.takeLapsed(clock.instant(), AT_A_TIME);
    lapsed.forEach(cover -> close(cover, EndReason.LAPSED, null));
    return lapsed.size();
  }

  /**
   * An appointment of the person has ended: what they had taken on in somebody's place, and others
   * in theirs, is offered again, and covers that reach nothing any more end.
   *
   * @return those that ended
   */
  List<AbsenceCover> appointmentEnded(long personId) {
    return covers.lockOpenOf(personId).stream().filter(this::endIfGroundless).toList();
  }

  private boolean endIfGroundless(AbsenceCover cover) {
    Map<Long, Person> people = people(cover);
    String absent = people.get(cover.absentId()).username();
    String substitute = people.get(cover.substituteId()).username();
    if (ground.of(absent, substitute).isEmpty()) {
      close(cover, EndReason.APPOINTMENT_ENDED, null);
      return true;
    }
    inbox.putBackCovered(absent, substitute);
    return false;
  }

  private void close(AbsenceCover cover, EndReason reason, Long by) {
    covers.end(cover.id(), reason, by, clock.instant());
    Map<Long, Person> people = people(cover);
    Person absent = people.get(cover.absentId());
    Person substitute = people.get(cover.substituteId());
    int returned = inbox.putBackCovered(absent.username(), substitute.username());
    AuditEntry entry =
        entry(CoverAction.of(reason), cover.id(), absent.id(), substitute.id())
            .with("returned", returned);
    audit.record(by == null ? entry : entry.by(by));
    notices.ended(cover, absent, substitute, reason, by);
  }

  private Map<Long, Person> people(AbsenceCover cover) {
    return persons.byId(List.of(cover.absentId(), cover.substituteId()));
  }

  private static AuditEntry entry(CoverAction action, long id, long absentId, long substituteId) {
    return AuditEntry.of(action, id).about(absentId).with("substitute", substituteId);
  }

  private static Refusal unknown() {
    return Refusal.notFound("cover.unknown");
  }
}
