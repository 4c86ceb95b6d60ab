package br.gov.sp.prefeitura.redeinfo.workflow.webapp;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The language the web applications speak to a person: the one our pages speak to them, Portuguese
 * or English.
 */
@Component
class WebappLanguage {

  private static final Locale PORTUGUESE = Locale.forLanguageTag("pt-BR");

  // Looked up late: the servlets are registered before most beans exist.
  private final ObjectProvider<LocaleResolver> resolver;

  WebappLanguage(ObjectProvider<LocaleResolver> resolver) {
    this.resolver = resolver;
  }

  Locale of(HttpServletRequest request) {
    Locale locale = resolver.getObject().resolveLocale(request);
    return "en".equals(locale.getLanguage()) ? Locale.ENGLISH : PORTUGUESE;
  }
}
