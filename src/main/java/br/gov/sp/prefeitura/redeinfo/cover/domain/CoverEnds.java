package br.gov.sp.prefeitura.redeinfo.cover.domain;

import br.gov.sp.prefeitura.redeinfo.cover.AbsenceCovers;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Closes covers whose last moment has passed, so that what the substitute had taken on is offered
 * again. What a substitute may see and do ends at the moment itself: that is asked at each request.
 */
@Component
class CoverEnds {

  private final AbsenceCovers covers;

  CoverEnds(AbsenceCovers covers) {
    this.covers = covers;
  }

  @Scheduled(cron = "5 * * * * *", zone = "America/Sao_Paulo")
  void look() {
    covers.closeLapsed();
  }
}
