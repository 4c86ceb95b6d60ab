package br.gov.sp.prefeitura.redeinfo.badinput;

import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.AUDITOR;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.NOBODY;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.NOMINEE;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.OFFICE;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.form;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.get;

import java.util.stream.Stream;

/** Evidence of pilots; files have a test of their own, EvidencePagesTest. */
final class PilotEvidenceCases {

  private static final String PAGE = "/pilots/{evidence.pilot}/evidence";
  private static final String LINKS = PAGE + "/links";
  private static final String NONE = "Este projeto-piloto não existe";
  private static final String NO_PAGE = "Não encontramos esta página";
  private static final String NO_EVIDENCE = "Esta evidência não existe";
  private static final String GOOD =
      "purpose=PROPOSAL&title=Uma+prova&link=https://example.org/prova";

  private PilotEvidenceCases() {}

  static Stream<BadInput> all() {
    return Stream.of(addresses(), links(), changes()).flatMap(cases -> cases);
  }

  private static Stream<BadInput> addresses() {
    return Stream.of(
        get("evidence of no pilot", OFFICE, "/pilots/0/evidence", 404, NONE),
        get("evidence of another body's pilot", NOMINEE, PAGE, 404, NONE),
        get("evidence of a pilot in words", OFFICE, "/pilots/x/evidence", 404, NO_PAGE),
        get(
            "evidence of a pilot too large",
            OFFICE,
            "/pilots/" + "9".repeat(30) + "/evidence",
            404,
            NO_PAGE),
        get("evidence that is none", OFFICE, "/pilots/evidence/0/x.pdf", 404, NO_EVIDENCE),
        get("evidence that is a link", OFFICE, "/pilots/evidence/{evidence}/x", 404, NO_EVIDENCE),
        get("evidence in words", OFFICE, "/pilots/evidence/x/x.pdf", 404, NO_PAGE),
        get("public evidence of none", NOBODY, "/projects/0/evidence/0/x.pdf", 404, NO_EVIDENCE),
        get(
            "public evidence of a draft",
            NOBODY,
            "/projects/{evidence.pilot}/evidence/{evidence}/x",
            404,
            NO_EVIDENCE),
        get("removal of evidence that is none", OFFICE, PAGE + "/0/removal", 404, NO_EVIDENCE),
        get(
            "removal of evidence as auditor",
            AUDITOR,
            PAGE + "/{evidence}/removal",
            403,
            "Só o órgão"));
  }

  private static Stream<BadInput> links() {
    return Stream.of(
        link("nothing", "", "Escolha uma das opções"),
        link("a purpose that is none", GOOD.replace("PROPOSAL", "X'--"), "Uma prova"),
        link("no title", GOOD.replace("Uma+prova", "++"), "Diga em poucas palavras"),
        link("a long title", GOOD.replace("Uma", "n".repeat(200)), "Use até 160 caracteres")
            .keeping("n".repeat(200)),
        link("a title that turns around", GOOD.replace("Uma", "%E2%80%AEamU"), "Use até 160"),
        link("no address", GOOD.replace("https://example.org/prova", ""), "Cole o endereço"),
        link("a script", GOOD.replace("https://example.org/", "javascript:"), "Este não é"),
        link("a file of the server", GOOD.replace("https://example.org", "file://"), "Este não é"),
        link("a password", GOOD.replace("example.org", "a:b@example.org"), "Este não é")
            .keeping("https://a:b@example.org/prova", "Uma prova"),
        link("no host", GOOD.replace("example.org", ""), "Este não é"),
        link("an address without end", GOOD + "x".repeat(1000), "Este não é"),
        link("markup", GOOD.replace("prova", "%22%3E%3Cscript%3E"), "Este não é"),
        form(
            "evidence for another purpose",
            OFFICE,
            LINKS,
            GOOD.replace("PROPOSAL", "COMPLETION"),
            409,
            "Neste momento não se juntam"),
        form("evidence for another body", NOMINEE, LINKS, GOOD, 404, NONE),
        form("evidence added by an auditor", AUDITOR, LINKS, GOOD, 403, "Só o órgão"),
        form(
            "evidence without a file",
            OFFICE,
            PAGE + "/files",
            "purpose=PROPOSAL&title=x",
            400,
            "Escolha um arquivo"));
  }

  private static BadInput link(String what, String body, String words) {
    return form("a link as evidence with " + what, OFFICE, LINKS, body, 400, words);
  }

  private static Stream<BadInput> changes() {
    String item = PAGE + "/{evidence}";
    return Stream.of(
        form(
            "opening what is none", OFFICE, PAGE + "/0/publication", "open=true", 404, NO_EVIDENCE),
        form(
            "opening in words",
            OFFICE,
            item + "/publication",
            "open=talvez",
            400,
            "Não entendemos o pedido"),
        form("opening another body's", NOMINEE, item + "/publication", "open=true", 404, NONE),
        form("removing another body's", NOMINEE, item + "/removal", "", 404, NONE),
        form("removing as auditor", AUDITOR, item + "/removal", "", 403, "Só o órgão"));
  }
}
