package br.gov.sp.prefeitura.redeinfo.shared.time;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class TimeConfiguration {

  /** The one clock of the application; the demonstration replay and tests move it. */
  @Bean
  MovableClock clock() {
    return new MovableClock(Clock.system(SaoPaulo.ZONE));
  }
}
