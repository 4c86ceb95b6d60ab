package br.gov.sp.prefeitura.redeinfo.badinput;

import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.COORDINATION;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.HEAD;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.form;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.get;

import java.util.stream.Stream;

/** Confirmations of focal points: the list, the download, the button. */
final class ConfirmationCases {

  private static final String NOT_UNDERSTOOD = "Não entendemos o pedido";
  private static final String NO_ROUND = "Esta rodada de confirmação não existe";
  private static final String PATH = "/confirmations";

  private ConfirmationCases() {}

  static Stream<BadInput> all() {
    return Stream.of(
        get("confirmations of no round", COORDINATION, PATH + "?round=0", 404, NO_ROUND),
        get("confirmations in words", COORDINATION, PATH + "?round=x", 400, NOT_UNDERSTOOD),
        get("confirmations of no state", COORDINATION, PATH + "?state=X'--", 400, NOT_UNDERSTOOD),
        get("confirmations after words", COORDINATION, PATH + "?after=x", 400, "lista"),
        get(
            "confirmations after too much",
            COORDINATION,
            PATH + "?after=" + "9".repeat(30) + "-A",
            400,
            "lista"),
        get("no confirmations as CSV", COORDINATION, PATH + ".csv?round=0", 404, NO_ROUND),
        get("confirmations of a head", HEAD, PATH, 403, "As confirmações de todos os órgãos"),
        form("a second round of the month", COORDINATION, PATH, "", 409, "A rodada deste mês já"),
        form("a round by a head", HEAD, PATH, "", 403, "só a coordenação inicia"));
  }
}
