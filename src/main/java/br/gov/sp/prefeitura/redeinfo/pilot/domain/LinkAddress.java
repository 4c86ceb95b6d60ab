package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.text.Typed;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** The address of a page, as people copy it from their browser. */
final class LinkAddress {

  static final String FIELD = "link";

  private static final int LONGEST = 1000;

  private LinkAddress() {}

  /**
   * @return in ASCII
   * @throws Refusal at {@code link} if it is no http or https address of a host, or holds a
   *     password
   */
  static String parse(String typed) {
    String line = Typed.line(typed);
    if (line == null) {
      throw Refusal.invalidField(FIELD, "pilot.evidence.link-missing");
    }
    if (line.length() > LONGEST || Typed.hasControlCharacters(line, false)) {
      throw wrong();
    }
    try {
      URI uri = new URI(line.replace(" ", "%20"));
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      boolean web = scheme.equals("http") || scheme.equals("https");
      if (!web || uri.getHost() == null || uri.getUserInfo() != null) {
        throw wrong();
      }
      String address = uri.toASCIIString();
      if (address.length() > LONGEST) {
        throw wrong();
      }
      return address;
    } catch (URISyntaxException e) {
      throw wrong();
    }
  }

  private static Refusal wrong() {
    return Refusal.invalidField(FIELD, "pilot.evidence.link-wrong");
  }
}
