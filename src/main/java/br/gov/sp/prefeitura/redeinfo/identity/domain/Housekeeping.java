package br.gov.sp.prefeitura.redeinfo.identity.domain;

import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets attempts, links and browsers that no longer matter. Several nodes may do it. */
@Component
class Housekeeping {

  private static final Duration ATTEMPTS = Duration.ofDays(2);
  private static final Duration LINKS = Duration.ofDays(30);

  private final Throttle throttle;
  private final PasswordLinkRepository links;
  private final KnownDevices devices;
  private final Clock clock;

  Housekeeping(Throttle throttle, PasswordLinkRepository links, KnownDevices devices, Clock clock) {
    this.throttle = throttle;
    this.links = links;
    this.devices = devices;
    this.clock = clock;
  }

  @Scheduled(cron = "0 40 3 * * *", zone = "America/Sao_Paulo")
  void run() {
    throttle.deleteOlderThan(clock.instant().minus(ATTEMPTS));
    links.deleteExpiredBefore(clock.instant().minus(LINKS));
    devices.forgetOld();
  }
}
