package br.gov.sp.prefeitura.redeinfo.badinput;

import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.AUDITOR;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.COORDINATION;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.HEAD;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.form;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.get;

import java.util.stream.Stream;

/** Runs that make anonymous what has lapsed. */
final class PrivacyCases {

  private static final String RUN = "/privacy/run";

  private PrivacyCases() {}

  static Stream<BadInput> all() {
    return Stream.of(
        form("privacy run unconfirmed", COORDINATION, RUN, "", 400, "Marque que conferiu"),
        form("privacy run of words", COORDINATION, RUN, "confirmed=x", 400, "Marque que conferiu"),
        form("privacy run of an auditor", AUDITOR, RUN, "confirmed=true", 403, "perfil"),
        form("privacy run of a head", HEAD, RUN, "confirmed=true", 403, "perfil"),
        get("privacy review for an auditor", AUDITOR, RUN, 403, "Só a coordenação"),
        get("privacy for a head", HEAD, "/privacy", 403, "perfil"));
  }
}
