package br.gov.sp.prefeitura.redeinfo.badinput;

import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.COORDINATION;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.OFFICE;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.get;

import java.util.stream.Stream;

/** Pilot projects: addresses of their pages, lists and files. */
final class PilotPageCases {

  private static final String NOT_UNDERSTOOD = "Não entendemos o pedido";
  private static final String NO_PAGE = "Não encontramos esta página";
  private static final String NONE = "Este projeto-piloto não existe";
  private static final String LONG = "9".repeat(30);

  private PilotPageCases() {}

  static Stream<BadInput> all() {
    return Stream.of(lists(), publicLists(), pages()).flatMap(cases -> cases);
  }

  private static Stream<BadInput> lists() {
    return Stream.of(
        get("board of no theme", OFFICE, "/pilots?theme=X'--", 400, NOT_UNDERSTOOD),
        get("board of no stage", OFFICE, "/pilots?stage=idea", 400, NOT_UNDERSTOOD),
        get("board of nobody's", OFFICE, "/pilots?whose=THEIRS", 400, NOT_UNDERSTOOD),
        get("board of perhaps late ones", OFFICE, "/pilots?late=maybe", 400, NOT_UNDERSTOOD),
        get("board of no body", OFFICE, "/pilots?body=nope", 404, "órgão"),
        get("board of no territory", OFFICE, "/pilots?territory=mars", 404, "órgão"),
        get("stage after words", OFFICE, "/pilots?stage=IDEA&after=x", 400, "endereço de página"),
        get("stage after a NUL", OFFICE, "/pilots?stage=IDEA&after=%00", 400, NOT_UNDERSTOOD));
  }

  private static Stream<BadInput> publicLists() {
    return Stream.of(
        get("projects of no theme", OFFICE, "/projects?theme=1", 400, NOT_UNDERSTOOD),
        get("projects of no body", OFFICE, "/projects?body=nope", 404, "órgão"),
        get("projects after words", OFFICE, "/projects?after=1-x", 400, "endereço de página"),
        get("project in words", OFFICE, "/projects/x", 404, NO_PAGE),
        get("project that is none", OFFICE, "/projects/0", 404, NONE),
        get("project too large", OFFICE, "/projects/" + LONG, 404, NO_PAGE));
  }

  private static Stream<BadInput> pages() {
    return Stream.of(
        get("pilot in words", OFFICE, "/pilots/x", 404, NO_PAGE),
        get("pilot that is none", OFFICE, "/pilots/0", 404, NONE),
        get("pilot too large", OFFICE, "/pilots/" + LONG, 404, NO_PAGE),
        get("dossier of none", COORDINATION, "/pilots/0.pdf", 404, NONE),
        get("dossier in words", COORDINATION, "/pilots/x.pdf", 404, NO_PAGE),
        get("place of none", COORDINATION, "/pilots/0/process", 404, NONE),
        get("diagram of none", COORDINATION, "/pilots/0/process.bpmn", 404, NONE),
        get("part of a pilot that is none", COORDINATION, "/pilots/0/x", 404, NO_PAGE));
  }
}
