package br.gov.sp.prefeitura.redeinfo.shared.time;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class TimeConfiguration {

  /**
   * The one clock of the application, which tells the database's time; the demonstration replay and
   * tests move it.
   */
  @Bean
  MovableClock clock(DatabaseTime time) {
    return new MovableClock(time.clock());
  }
}
