package br.gov.sp.prefeitura.redeinfo.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/**
 * The page's language: what the person chose ({@code ?lang=}, kept in a cookie), else what the
 * browser prefers, else Portuguese.
 */
@Configuration
class LocaleConfiguration implements WebMvcConfigurer {

  static final String PARAMETER = "lang";
  static final Locale PORTUGUESE = Locale.forLanguageTag("pt-BR");
  private static final List<Locale> SUPPORTED = List.of(PORTUGUESE, Locale.ENGLISH);

  /** The supported language nearest to the one asked for. */
  static Locale supported(Locale wanted) {
    return SUPPORTED.stream()
        .filter(locale -> locale.getLanguage().equals(wanted.getLanguage()))
        .findFirst()
        .orElse(PORTUGUESE);
  }

  @Bean
  LocaleResolver localeResolver() {
    CookieLocaleResolver resolver = new CookieLocaleResolver("REDE-INFO-LANG");
    resolver.setCookieMaxAge(Duration.ofDays(365));
    resolver.setCookieHttpOnly(true);
    resolver.setCookieSameSite("Lax");
    resolver.setRejectInvalidCookies(false);
    resolver.setDefaultLocaleFunction(LocaleConfiguration::preferred);
    return resolver;
  }

  static Locale preferred(HttpServletRequest request) {
    if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
      return PORTUGUESE; // the container would say the language of the server
    }
    Enumeration<Locale> wanted = request.getLocales();
    while (wanted.hasMoreElements()) {
      Locale next = wanted.nextElement();
      for (Locale locale : SUPPORTED) {
        if (locale.getLanguage().equals(next.getLanguage())) {
          return locale;
        }
      }
    }
    return PORTUGUESE;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    LocaleChangeInterceptor interceptor =
        new LocaleChangeInterceptor() {
          @Override
          protected Locale parseLocaleValue(String value) {
            return supported(Locale.forLanguageTag(value));
          }
        };
    interceptor.setParamName(PARAMETER);
    interceptor.setHttpMethods("GET");
    registry.addInterceptor(interceptor);
  }
}
