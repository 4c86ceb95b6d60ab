package br.gov.sp.prefeitura.redeinfo.audit.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditChannel;
import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry.Actor;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.audit.AuditNames;
import br.gov.sp.prefeitura.redeinfo.audit.AuditSource;
import br.gov.sp.prefeitura.redeinfo.audit.AuditSource.Request;
import br.gov.sp.prefeitura.redeinfo.audit.InPlaceOf;
import br.gov.sp.prefeitura.redeinfo.audit.domain.AuditRepository.DoneBy;
import br.gov.sp.prefeitura.redeinfo.shared.time.MovableClock;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Adds to an entry what the caller need not know, and writes it. */
@Service
class AuditTrail implements AuditLog {

  private static final Request NO_REQUEST = new Request(null, null, AuditChannel.JOB, null);

  private final AuditRepository entries;
  private final ObjectProvider<AuditSource> sources;
  private final ObjectProvider<AuditNames> names;
  private final Clock clock;
  private final ThreadLocal<AuditChannel> named = new ThreadLocal<>();
  private final ThreadLocal<InPlaceOf> absent = new ThreadLocal<>();

  AuditTrail(
      AuditRepository entries,
      ObjectProvider<AuditSource> sources,
      ObjectProvider<AuditNames> names,
      Clock clock) {
    this.entries = entries;
    this.sources = sources;
    this.names = names;
    this.clock = clock;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(AuditEntry entry) {
    recordAll(List.of(entry));
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void recordAll(Collection<AuditEntry> all) {
    Request origin = origin();
    entries.insert(
        all.stream().map(entry -> whole(entry, origin)).toList(),
        origin.channel(),
        origin.address(),
        clock.instant());
  }

  private DoneBy whole(AuditEntry said, Request origin) {
    AuditEntry entry = said.inPlaceOf() == null ? said.inPlaceOf(absent.get()) : said;
    String username = entry.actor().username();
    Long actor = actor(entry.actor(), origin);
    // A user name that the directory does not know is better than nobody.
    boolean unknown = actor == null && AuditEntry.isId(username);
    return new DoneBy(unknown ? entry.with("user", username) : entry, actor);
  }

  private Long actor(Actor said, Request origin) {
    if (said.id() != null) {
      return said.id();
    }
    if (said.username() == null || said.username().equals(origin.username())) {
      return origin.personId();
    }
    return names.stream()
        .flatMap(people -> people.findPerson(said.username()).stream())
        .findFirst()
        .orElse(null);
  }

  private Request origin() {
    if (MovableClock.isReplaying()) {
      return new Request(null, null, AuditChannel.REPLAY, null);
    }
    Request request =
        Optional.ofNullable(sources.getIfAvailable())
            .flatMap(AuditSource::current)
            .orElse(NO_REQUEST);
    AuditChannel channel = named.get();
    return channel == null
        ? request
        : new Request(request.personId(), request.username(), channel, request.address());
  }

  @Override
  public <T> T through(AuditChannel channel, Supplier<T> work) {
    AuditChannel before = named.get();
    named.set(channel);
    try {
      return work.get();
    } finally {
      if (before == null) {
        named.remove();
      } else {
        named.set(before);
      }
    }
  }

  @Override
  public void inPlaceOf(InPlaceOf whom, Runnable work) {
    InPlaceOf before = absent.get();
    absent.set(whom);
    try {
      work.run();
    } finally {
      if (before == null) {
        absent.remove();
      } else {
        absent.set(before);
      }
    }
  }
}
