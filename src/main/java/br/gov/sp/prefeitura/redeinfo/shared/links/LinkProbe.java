package br.gov.sp.prefeitura.redeinfo.shared.links;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpHead;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Asks whether there is a page behind an address that somebody gave us. The address is a stranger's
 * word: it connects to public addresses on the ports of the web alone, and to the very address that
 * was judged, since the judging is a part of the looking up. Each hop of a redirect is judged
 * again. No cookies, no credentials, nothing of the answer is kept but its status.
 */
@Component
public class LinkProbe implements DisposableBean {

  private static final int MOST_HOPS = 5;
  private static final int LONGEST_LINE = 8 * 1024;
  private static final int MOST_HEADERS = 100;
  private static final Timeout PATIENCE = Timeout.ofSeconds(5);
  private static final long WHOLE_SECONDS = 15;

  private final CloseableHttpClient client;
  private final IntPredicate ports;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "link-probe");
            thread.setDaemon(true);
            return thread;
          });

  @Autowired
  LinkProbe() {
    this(new PublicAddresses(), port -> port == 80 || port == 443);
  }

  /** For tests, whose servers are on this machine. */
  LinkProbe(Predicate<InetAddress> addresses, IntPredicate ports) {
    this.ports = ports;
    Http1Config limits =
        Http1Config.custom().setMaxLineLength(LONGEST_LINE).setMaxHeaderCount(MOST_HEADERS).build();
    client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(new JudgedNames(addresses))
                    .setConnectionFactory(
                        ManagedHttpClientConnectionFactory.builder().http1Config(limits).build())
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(PATIENCE)
                            .setSocketTimeout(PATIENCE)
                            .build())
                    .build())
            .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(PATIENCE).build())
            .setUserAgent("rede-info-aberta link check")
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAutomaticRetries()
            .disableContentCompression()
            .build();
  }

  /**
   * Whether something answers there as if there were a page: also one that asks for a password or
   * for patience. Takes some seconds per hop at most.
   *
   * @param address http or https
   */
  public boolean isAlive(String address) {
    try {
      URI at = URI.create(address);
      for (int hop = 0; hop <= MOST_HOPS; hop++) {
        Answer answer = ask(new HttpHead(at));
        if (answer.status >= 400 && !isReserved(answer.status)) {
          // Some servers know no HEAD.
          HttpGet get = new HttpGet(at);
          get.setHeader("Range", "bytes=0-0");
          answer = ask(get);
        }
        if (answer.location == null || answer.status / 100 != 3) {
          return answer.status < 400 || answer.status == 416 || isReserved(answer.status);
        }
        at = at.resolve(answer.location);
      }
      return false;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  /** The server is there and does not let just anybody in. */
  private static boolean isReserved(int status) {
    return status == 401 || status == 403 || status == 407 || status == 429;
  }

  private Answer ask(HttpUriRequestBase request) throws IOException {
    HttpHost host = webHost(request);
    ScheduledFuture<?> enough =
        clock.schedule(() -> request.cancel(), WHOLE_SECONDS, TimeUnit.SECONDS);
    try {
      ClassicHttpResponse answer = client.executeOpen(host, request, null);
      Header location = answer.getFirstHeader("Location");
      return new Answer(answer.getCode(), location == null ? null : location.getValue());
    } finally {
      enough.cancel(false);
      // The body is not read, however long it is: the connection ends here.
      request.abort();
    }
  }

  private HttpHost webHost(HttpUriRequestBase request) throws IOException {
    URI uri;
    try {
      uri = request.getUri();
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("http") ? 80 : 443;
    boolean web = scheme.equals("http") || scheme.equals("https");
    if (!web || uri.getHost() == null || uri.getRawUserInfo() != null || !ports.test(port)) {
      throw new IOException("not an address of the web");
    }
    return new HttpHost(scheme, uri.getHost(), port);
  }

  @Override
  public void destroy() throws IOException {
    clock.shutdownNow();
    client.close();
  }

  private record Answer(int status, String location) {}
}
