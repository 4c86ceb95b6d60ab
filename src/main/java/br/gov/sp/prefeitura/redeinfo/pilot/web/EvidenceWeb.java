package br.gov.sp.prefeitura.redeinfo.pilot.web;

import org.apache.catalina.filters.FailedRequestFilter;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class EvidenceWeb {

  /** As for lists: a file beyond all limits is answered with 413, not with a lacking token. */
  @Bean
  FilterRegistrationBean<FailedRequestFilter> readableEvidence() {
    FilterRegistrationBean<FailedRequestFilter> filter =
        new FilterRegistrationBean<>(new FailedRequestFilter());
    filter.setName("readableEvidence");
    filter.addUrlPatterns("/pilots/*");
    filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 1);
    return filter;
  }
}
