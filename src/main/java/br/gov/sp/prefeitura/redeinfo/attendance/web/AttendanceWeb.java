package br.gov.sp.prefeitura.redeinfo.attendance.web;

import org.apache.catalina.filters.FailedRequestFilter;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class AttendanceWeb {

  /**
   * Says 413 to a list that is too large before the token against forged requests is looked for,
   * which is a part of the form that then was not read.
   */
  @Bean
  FilterRegistrationBean<FailedRequestFilter> readableAttendanceLists() {
    FilterRegistrationBean<FailedRequestFilter> filter =
        new FilterRegistrationBean<>(new FailedRequestFilter());
    filter.addUrlPatterns("/attendance/*");
    filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 1);
    return filter;
  }
}
