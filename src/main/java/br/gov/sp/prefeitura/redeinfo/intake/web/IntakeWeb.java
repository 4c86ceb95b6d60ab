package br.gov.sp.prefeitura.redeinfo.intake.web;

import org.apache.catalina.filters.FailedRequestFilter;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class IntakeWeb {

  /**
   * Says 413 to a file that is too large before the token against forged requests is looked for: it
   * is a part of the form that then was not read, and its lack would be answered in its place.
   */
  @Bean
  FilterRegistrationBean<FailedRequestFilter> readableUploads() {
    FilterRegistrationBean<FailedRequestFilter> filter =
        new FilterRegistrationBean<>(new FailedRequestFilter());
    filter.addUrlPatterns("/imports", "/imports/*");
    filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 1);
    return filter;
  }
}
