package br.gov.sp.prefeitura.redeinfo.badinput;

import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.COORDINATION;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.HEAD;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.OFFICE;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.form;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.get;

import java.util.stream.Stream;

/** Covers during absences: their addresses, and the form that names a substitute. */
final class CoverCases {

  private static final String NEW = "/cover/new";
  private static final String PERIOD = "&startsAt=2031-01-01T08:00&endsAt=2031-01-02T08:00";

  private CoverCases() {}

  static Stream<BadInput> all() {
    return Stream.of(
        get("covers of all as a head", HEAD, "/cover/all", 403, "vistas pela coordenação"),
        get("covers before words", COORDINATION, "/cover/all?before=x", 400, "Não entendemos"),
        get("a cover for a stranger", OFFICE, NEW + "?email=x@y.z", 404, "Esta pessoa não existe"),
        get("a cover for nobody", COORDINATION, NEW + "?email='--", 404, "Esta pessoa não existe"),
        form("a cover of nobody by nobody", OFFICE, NEW, "", 400, "Escolha quem substitui"),
        form("a cover for another", OFFICE, NEW, "absentId=1", 404, "Esta pessoa não existe"),
        form("a cover for words", OFFICE, NEW, "absentId=x", 400, "Confira os campos"),
        form("a cover by none", OFFICE, NEW, "substituteId=0" + PERIOD, 400, "Escolha quem"),
        form("a cover by words", OFFICE, NEW, "substituteId=x" + PERIOD, 400, "Confira os campos")
            .keeping("2031-01-01T08:00"),
        form("a cover without a start", OFFICE, NEW, "endsAt=2031-01-01T08:00", 400, "começa"),
        form("a cover from words", OFFICE, NEW, "startsAt=ontem", 400, "Confira os campos"),
        form(
            "a cover of no process chosen",
            OFFICE,
            NEW,
            "chosenOnly=true",
            400,
            "Marque ao menos um processo"),
        form(
            "a cover of unknown processes",
            OFFICE,
            NEW,
            "chosenOnly=true&processes=x%27--",
            400,
            "Escolha entre os processos"),
        form("no cover to end", OFFICE, "/cover/0/end", "", 404, "Esta substituição não existe"),
        form(
            "a cover to end too large",
            OFFICE,
            "/cover/" + "9".repeat(30) + "/end",
            "",
            404,
            "Não"));
  }
}
