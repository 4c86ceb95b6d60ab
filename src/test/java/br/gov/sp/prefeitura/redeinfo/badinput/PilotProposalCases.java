package br.gov.sp.prefeitura.redeinfo.badinput;

import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.COORDINATION;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.HEAD;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.NOMINEE;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.OFFICE;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.form;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.get;

import java.util.stream.Stream;

/** Proposals of pilots: beginning one, writing on it, sending it, and reading its versions. */
final class PilotProposalCases {

  private static final String NOT_UNDERSTOOD = "Não entendemos o pedido";
  private static final String NO_PAGE = "Não encontramos esta página";
  private static final String NONE = "Este projeto-piloto não existe";
  private static final String NOT_THEIRS = "Só os integrantes e o gabinete";
  private static final String DRAFT = "/pilots/{proposal}/proposal";
  private static final String SAME = "base=1&title=Rascunho+ruim&sponsor={office.id}";

  private PilotProposalCases() {}

  static Stream<BadInput> all() {
    return Stream.of(beginning(), addresses(), writing(), sending()).flatMap(cases -> cases);
  }

  private static Stream<BadInput> beginning() {
    return Stream.of(
        get("beginning a pilot as a head", HEAD, "/pilots/new", 403, "são escritos pelos"),
        begin("for no body", "title=Ideia", 400, "Escolha uma das opções").keeping("Ideia"),
        begin("for a body in words", "title=Ideia&body=x", 400, "").keeping("Ideia"),
        begin("for a body that is none", "title=Ideia&body=0", 404, "órgão"),
        begin("for another body", "title=Ideia&body={guest}", 403, NOT_THEIRS),
        begin("without a title", "title=++&body={asked.body}", 400, "Dê um título"),
        begin(
                "with a long title",
                "title=" + "t".repeat(161) + "&body={asked.body}",
                400,
                "Use até 160")
            .keeping("t".repeat(161)),
        begin("with a title that rings", "title=a%07b&body={asked.body}", 400, "Use até 160"),
        begin("with a NUL", "title=a%00b&body={asked.body}", 400, NOT_UNDERSTOOD),
        form(
            "beginning a pilot as the coordination",
            COORDINATION,
            "/pilots/new",
            "title=Ideia&body={asked.body}",
            403,
            "são escritos pelos"),
        get("pilots like no pilot", OFFICE, "/pilots/similar?pilot=x", 400, NOT_UNDERSTOOD),
        get("pilots like a NUL", OFFICE, "/pilots/similar?title=%00", 400, NOT_UNDERSTOOD));
  }

  private static BadInput begin(String how, String body, int status, String words) {
    return form("beginning a pilot " + how, OFFICE, "/pilots/new", body, status, words);
  }

  private static Stream<BadInput> addresses() {
    return Stream.of(
        get("proposal in words", OFFICE, "/pilots/x/proposal", 404, NO_PAGE),
        get("proposal that is none", OFFICE, "/pilots/0/proposal", 404, NONE),
        get("proposal of another body", NOMINEE, DRAFT, 404, NONE),
        get("version never sent", OFFICE, "/pilots/{proposal}/submissions/1", 404, "Esta versão"),
        get("version in words", OFFICE, "/pilots/{proposal}/submissions/x", 404, NO_PAGE),
        get(
            "version too large",
            OFFICE,
            "/pilots/{proposal}/submissions/" + "9".repeat(30),
            404,
            NO_PAGE),
        get(
            "changes of a version never sent",
            OFFICE,
            "/pilots/{proposal}/submissions/1/changes",
            404,
            "Esta versão"),
        get("version of another body", NOMINEE, "/pilots/{proposal}/submissions/1", 404, NONE));
  }

  private static Stream<BadInput> writing() {
    String longText = "p".repeat(8001);
    return Stream.of(
        write("from no revision", OFFICE, "title=Outro", 400, NOT_UNDERSTOOD),
        write("from a revision in words", OFFICE, "base=x&title=Outro", 400, NOT_UNDERSTOOD),
        write("at length", OFFICE, "base=1&problem=" + longText, 400, "Use até 8.000")
            .keeping(longText),
        write("a NUL", OFFICE, "base=1&problem=%00", 400, NOT_UNDERSTOOD),
        write("a book", OFFICE, "base=1" + book(), 400, "até 100.000"),
        write("as a head", HEAD, "base=1&title=Outro", 403, NOT_THEIRS),
        write("as the coordination", COORDINATION, "base=1&title=Outro", 403, NOT_THEIRS),
        write("of another body", NOMINEE, "base=1&title=Outro", 404, NONE));
  }

  private static BadInput write(
      String what, BadInput.Who who, String body, int status, String words) {
    return form("writing a proposal " + what, who, DRAFT, body, status, words);
  }

  private static String book() {
    StringBuilder book = new StringBuilder();
    for (int row = 0; row < 14; row++) {
      book.append("&milestones%5B").append(row).append("%5D.title=").append("l".repeat(7999));
    }
    return book.toString();
  }

  private static Stream<BadInput> sending() {
    String submission = DRAFT + "/submission";
    return Stream.of(
        form("sending what is not complete", OFFICE, submission, SAME, 400, "Falta pouco")
            .keeping("Rascunho ruim"),
        form("sending from no revision", OFFICE, submission, "", 400, NOT_UNDERSTOOD),
        form("sending as a head", HEAD, submission, SAME, 403, NOT_THEIRS),
        form("sending another body's", NOMINEE, submission, SAME, 404, NONE),
        form("sending what is none", OFFICE, "/pilots/0/proposal/submission", SAME, 404, NONE));
  }
}
