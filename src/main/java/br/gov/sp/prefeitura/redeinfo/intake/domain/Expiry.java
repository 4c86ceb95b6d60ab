package br.gov.sp.prefeitura.redeinfo.intake.domain;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets lists that nobody confirmed, and closed ones in the end. Several nodes may do it. */
@Component
class Expiry {

  private final UploadRepository uploads;
  private final IntakeProperties properties;
  private final Clock clock;

  Expiry(UploadRepository uploads, IntakeProperties properties, Clock clock) {
    this.uploads = uploads;
    this.properties = properties;
    this.clock = clock;
  }

  @Scheduled(cron = "0 20 * * * *", zone = "America/Sao_Paulo")
  void run() {
    uploads.expire(clock.instant(), null, 0);
    uploads.deleteClosedBefore(clock.instant().minus(properties.keepClosed()));
  }
}
