package br.gov.sp.prefeitura.redeinfo.shared.links;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.function.Predicate;

/**
 * The addresses that are anybody's: not this machine, not the network behind it, not what the
 * cloud's own services use, nothing reserved (IANA's special-purpose registries).
 */
final class PublicAddresses implements Predicate<InetAddress> {

  @Override
  public boolean test(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    if (address instanceof Inet4Address) {
      return isPublic4(bytes);
    }
    return address instanceof Inet6Address && isPublic6(bytes);
  }

  private static boolean isPublic4(byte[] bytes) {
    int a = bytes[0] & 0xff;
    int b = bytes[1] & 0xff;
    int c = bytes[2] & 0xff;
    boolean reserved =
        a == 0
            || a == 10
            || a == 127
            || a >= 224
            || a == 100 && b >= 64 && b <= 127
            || a == 169 && b == 254
            || a == 172 && b >= 16 && b <= 31
            || a == 192 && b == 168
            || a == 192 && b == 0 && (c == 0 || c == 2)
            || a == 192 && b == 88 && c == 99
            || a == 198 && (b == 18 || b == 19)
            || a == 198 && b == 51 && c == 100
            || a == 203 && b == 0 && c == 113;
    return !reserved;
  }

  /** Global unicast alone, without the parts of it that carry other addresses inside. */
  private static boolean isPublic6(byte[] bytes) {
    int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
    int second = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
    boolean global = (first & 0xe000) == 0x2000;
    boolean special = first == 0x2001 && (second < 0x0200 || second == 0x0db8) || first == 0x2002;
    return global && !special;
  }
}
