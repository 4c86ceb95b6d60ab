package br.gov.sp.prefeitura.redeinfo.badinput;

import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.AUDITOR;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.COORDINATION;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.HEAD;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.NOMINEE;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.OFFICE;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.form;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.get;

import java.util.stream.Stream;

/** Departures: their addresses, and the forms to state, plan, move and take back one. */
final class SuccessionCases {

  private static final String NOT_UNDERSTOOD = "Não entendemos o pedido";
  private static final String NO_PAGE = "Não encontramos esta página";
  private static final String NONE = "Esta saída não existe";
  private static final String NOBODY = "Não há aqui ninguém";
  private static final String SUCCESSION = "/successions/{succession}";
  private static final String OWN =
      "person={office.id}&appointments={appointment}&reason=RESIGNED&leavesAt={tomorrow}T12:00";

  private SuccessionCases() {}

  static Stream<BadInput> all() {
    return Stream.of(addresses(), stating(), changing(), orphans()).flatMap(cases -> cases);
  }

  private static Stream<BadInput> addresses() {
    return Stream.of(
        get("departures before words", OFFICE, "/successions?before=x", 400, NOT_UNDERSTOOD),
        get("departures in no state", OFFICE, "/successions?state=X'--", 400, NOT_UNDERSTOOD),
        get("departure in words", OFFICE, "/successions/x", 404, NO_PAGE),
        get("departure that is none", OFFICE, "/successions/0", 404, NONE),
        get("departure too large", OFFICE, "/successions/" + "9".repeat(30), 404, NO_PAGE),
        get("another body's departure", NOMINEE, SUCCESSION, 404, NONE),
        get("letting nobody go", HEAD, "/successions/new?person=0", 404, NOBODY),
        get("letting words go", HEAD, "/successions/new?person=x", 400, NOT_UNDERSTOOD),
        get("letting go in no body", HEAD, "/successions/new?body=nope", 404, NOBODY),
        get("letting go as auditor", AUDITOR, "/successions/new?person={volunteer}", 404, NOBODY),
        get("orphans of an office", OFFICE, "/successions/orphans", 403, "da coordenação"));
  }

  private static Stream<BadInput> stating() {
    return Stream.of(
        state("no function", OWN.replace("{appointment}", ""), "ao menos uma função"),
        state("no reason", OWN.replace("RESIGNED", ""), "Escolha o motivo"),
        state("a reason that is none", OWN.replace("RESIGNED", "BORED"), ""),
        state("a reason for others", OWN.replace("RESIGNED", "DISMISSED"), "Escolha o motivo"),
        state("no hour", OWN.replace("{tomorrow}T12:00", ""), "Diga o dia e a hora"),
        state("an hour that is none", OWN.replace("T12:00", "T25:99"), "").keeping("T25:99"),
        state(
            "an hour long ago",
            OWN.replace("{tomorrow}", "2017-01-01"),
            "Escolha um momento no futuro"),
        state(
            "an hour far away",
            OWN.replace("{tomorrow}", "2999-01-01"),
            "Escolha um momento no futuro"),
        state("a transfer to nowhere", OWN.replace("RESIGNED", "TRANSFERRED"), "para onde"),
        state("a place to go for no transfer", OWN + "&toBodyId={asked.body}", "Só uma transfer"),
        state("a place in words", OWN + "&toBodyId=x", ""),
        state("a long act", OWN + "&act=" + "n".repeat(201), "").keeping("n".repeat(201)),
        state("an heir in words", OWN + "&heir.pilot.holding%7C1=x", "uma das pessoas da lista"),
        form(
            "departure of nobody",
            OFFICE,
            "/successions/new",
            OWN.replace("{office.id}", "0"),
            404,
            NOBODY),
        form(
            "departure of another body's",
            NOMINEE,
            "/successions/new",
            OWN.replace("{office.id}", "{volunteer}"),
            404,
            NOBODY),
        state("somebody else's function", OWN.replace("{appointment}", "0"), NOBODY));
  }

  private static BadInput state(String what, String body, String words) {
    return form("departure with " + what, OFFICE, "/successions/new", body, 400, words);
  }

  private static Stream<BadInput> changing() {
    return Stream.of(
        form("departure to no hour", HEAD, SUCCESSION + "/hour", "", 400, "Diga o dia e a hora"),
        form("departure to some hour", HEAD, SUCCESSION + "/hour", "leavesAt=logo", 400, "")
            .keeping("logo"),
        form(
            "departure to an hour long ago",
            HEAD,
            SUCCESSION + "/hour",
            "leavesAt=2017-01-01T10:00",
            400,
            "Escolha um momento no futuro"),
        form(
            "departure moved by an auditor",
            AUDITOR,
            SUCCESSION + "/hour",
            "leavesAt={tomorrow}T12:00",
            403,
            "muda ou cancela"),
        form("departure planned by an auditor", AUDITOR, SUCCESSION + "/plan", "", 403, "gabinete"),
        form(
            "departure planned in words",
            HEAD,
            SUCCESSION + "/plan",
            "heir.x=y",
            400,
            "uma das pessoas da lista"),
        form("departure that is none planned", HEAD, "/successions/0/plan", "", 404, NONE),
        form("departure of others cancelled", NOMINEE, SUCCESSION + "/cancellation", "", 404, NONE),
        form(
            "departure cancelled by an auditor",
            AUDITOR,
            SUCCESSION + "/cancellation",
            "",
            403,
            "muda ou cancela"));
  }

  private static Stream<BadInput> orphans() {
    return Stream.of(
        form(
            "orphan taken by a head",
            HEAD,
            "/successions/orphans/task",
            "task=x",
            403,
            "da coordenação"),
        form(
            "orphan that is none",
            COORDINATION,
            "/successions/orphans/task",
            "task=x'--",
            409,
            "quem a faça"),
        form("no orphan", COORDINATION, "/successions/orphans/task", "", 400, NOT_UNDERSTOOD),
        form(
            "access of somebody in function",
            COORDINATION,
            "/successions/orphans/access",
            "person={volunteer}",
            409,
            "tem função"),
        form(
            "access of words",
            COORDINATION,
            "/successions/orphans/access",
            "person=x",
            400,
            NOT_UNDERSTOOD));
  }
}
