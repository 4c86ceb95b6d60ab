package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks for the quarter's meeting when a quarter begins. Looks every day and loses nothing by a day
 * on which the application was down; of several nodes the first one asks, and the row it writes
 * keeps the others from asking again.
 */
@Component
class QuarterCalendar {

  private static final Logger log = LoggerFactory.getLogger(QuarterCalendar.class);

  private final Quarters quarters;
  private final Clock clock;

  QuarterCalendar(Quarters quarters, Clock clock) {
    this.quarters = quarters;
    this.clock = clock;
  }

  @Scheduled(cron = "${rede-info.meeting.quarters-cron:0 40 6 * * *}", zone = "America/Sao_Paulo")
  void look() {
    if (quarters.begin(SaoPaulo.today(clock))) {
      log.info("The meeting of this quarter is asked for");
    }
  }
}
