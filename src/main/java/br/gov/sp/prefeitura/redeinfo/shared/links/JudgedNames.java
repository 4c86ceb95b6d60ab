package br.gov.sp.prefeitura.redeinfo.shared.links;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/** Looks up and judges in one: what is returned is what is connected to. */
final class JudgedNames implements DnsResolver {

  private final Predicate<InetAddress> addresses;

  JudgedNames(Predicate<InetAddress> addresses) {
    this.addresses = addresses;
  }

  /** One bad address among good ones spoils them all: that is how names are turned around. */
  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] found = SystemDefaultDnsResolver.INSTANCE.resolve(host);
    if (found.length == 0 || !Arrays.stream(found).allMatch(addresses)) {
      throw new UnknownHostException("no public address");
    }
    return found;
  }

  @Override
  public String resolveCanonicalHostname(String host) throws UnknownHostException {
    return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
  }
}
