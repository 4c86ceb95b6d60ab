package br.gov.sp.prefeitura.redeinfo.shared.links;

import java.net.InetAddress;

/** For tests of others whose servers are on this machine. */
public final class LocalProbe {

  private LocalProbe() {}

  /** Goes to this machine alone, on any port. */
  public static LinkProbe make() {
    return new LinkProbe(InetAddress::isLoopbackAddress, port -> true);
  }
}
