package br.gov.sp.prefeitura.redeinfo.shared.web;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * What Tomcat refuses before it reaches the application, such as an address with an encoded slash,
 * is answered in words as well, though without the layout.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ServerErrorPages implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  private final MessageSource messages;

  ServerErrorPages(MessageSource messages) {
    this.messages = messages;
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    // The innermost valve reports first, and whoever comes after finds it done.
    factory.addContextCustomizers(
        context -> context.getParent().getPipeline().addValve(new InWords(messages)));
  }

  private static final class InWords extends ErrorReportValve {

    private final MessageSource messages;

    InWords(MessageSource messages) {
      this.messages = messages;
    }

    @Override
    protected void report(Request request, Response response, Throwable throwable) {
      int status = response.getStatus();
      if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
        return;
      }
      Locale locale = LocaleConfiguration.preferred(request);
      String key = "error." + (status < 500 ? 400 : 500);
      String title = text(key + ".title", locale);
      try {
        response.setContentType("text/html");
        response.setCharacterEncoding("utf-8");
        Writer writer = response.getReporter();
        if (writer != null) {
          writer.write(
              """
              <!DOCTYPE html>
              <html lang="%s"><head><title>%s</title></head>
              <body><main><h1>%s</h1><p>%s</p><p><a href="/">%s</a></p></main></body></html>
              """
                  .formatted(
                      locale.toLanguageTag(),
                      title,
                      title,
                      text(key + ".text", locale),
                      text("error.back", locale)));
          response.finishResponse();
        }
      } catch (IOException e) {
        container.getLogger().debug("The answer could not be written", e);
      }
    }

    private String text(String key, Locale locale) {
      return HtmlUtils.htmlEscape(messages.getMessage(key, null, locale), "UTF-8");
    }
  }
}
