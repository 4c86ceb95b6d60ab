package br.gov.sp.prefeitura.redeinfo.certificate.web;

import br.gov.sp.prefeitura.redeinfo.shared.web.NavigationLink;
import br.gov.sp.prefeitura.redeinfo.shared.web.NavigationSource;
import java.util.List;
import org.apache.catalina.filters.FailedRequestFilter;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class CertificateWeb {

  /** As for lists: a file beyond all limits is answered with 413, not with a lacking token. */
  @Bean
  FilterRegistrationBean<FailedRequestFilter> readableCertificates() {
    FilterRegistrationBean<FailedRequestFilter> filter =
        new FilterRegistrationBean<>(new FailedRequestFilter());
    filter.setName("readableCertificates");
    filter.addUrlPatterns("/certificates");
    filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 1);
    return filter;
  }

  /** For everybody; who is signed in has more to do than to verify certificates. */
  @Bean
  NavigationSource certificateLinks() {
    return viewer ->
        List.of(
            viewer.isPresent()
                ? NavigationLink.own(80, "/certificates", "navigation.certificates")
                : NavigationLink.programme(80, "/certificates", "navigation.certificates"));
  }
}
