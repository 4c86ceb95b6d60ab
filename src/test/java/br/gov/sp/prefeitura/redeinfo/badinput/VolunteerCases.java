package br.gov.sp.prefeitura.redeinfo.badinput;

import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.COORDINATION;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.NOMINEE;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.OFFICE;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.form;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.get;

import java.util.stream.Stream;

/** The public form to join, the links it mails, and the lists of volunteers. */
final class VolunteerCases {

  private static final String NOT_UNDERSTOOD = "Não entendemos o pedido";
  private static final String VOID = "Este endereço não vale mais";
  private static final String NONE = "Esta participação não existe";
  private static final String GOOD =
      "bodyId={asked.body}&email=ana@{domain}&name=Ana+Boa&privacy=true";

  private VolunteerCases() {}

  static Stream<BadInput> all() {
    return Stream.of(joining(), links(), lists()).flatMap(cases -> cases);
  }

  private static Stream<BadInput> joining() {
    return Stream.of(
        join("nothing", "", "Escolha o órgão"),
        join("a body in words", GOOD.replace("{asked.body}", "x"), "").keeping("Ana Boa"),
        join("a body that is none", GOOD.replace("{asked.body}", "0"), "Escolha o órgão")
            .keeping("Ana Boa"),
        join("no agreement", GOOD.replace("&privacy=true", ""), "É preciso concordar")
            .keeping("Ana Boa"),
        join("an address elsewhere", GOOD.replace("{domain}", "gmail.example"), "")
            .keeping("ana@gmail.example"),
        join("an address with a header", GOOD.replace("ana@", "ana%0D%0ABcc:x@"), ""),
        join("a name that rings", GOOD.replace("Ana+Boa", "Ana%07"), ""),
        join("a name backwards", GOOD.replace("Ana+Boa", "%E2%80%AEanA"), ""),
        join("a name without end", GOOD.replace("Ana+Boa", "n".repeat(121)), "")
            .keeping("n".repeat(121)));
  }

  private static BadInput join(String what, String body, String words) {
    return form("joining with " + what, NOMINEE, "/join", body, 400, words);
  }

  private static Stream<BadInput> links() {
    return Stream.of(
        get("link to join that is none", NOMINEE, "/join/x", 404, VOID),
        get("link to join without end", NOMINEE, "/join/" + "a".repeat(2000), 404, VOID),
        form("confirming by no link", NOMINEE, "/join/x", "name=Ana", 404, VOID),
        get("withdrawing by no link", NOMINEE, "/join/withdrawal/x", 404, VOID),
        form("withdrawing for nobody", NOMINEE, "/join/withdrawal/x", "", 404, VOID));
  }

  private static Stream<BadInput> lists() {
    return Stream.of(
        get("volunteers before words", OFFICE, "/volunteers?before=x", 400, NOT_UNDERSTOOD),
        get(
            "enlistments in what is no state",
            OFFICE,
            "/volunteers/enlistments?state=X'--",
            400,
            NOT_UNDERSTOOD),
        get("enlistment that is none", OFFICE, "/volunteers/enlistments/0", 404, "não existe"),
        get("volunteer that is none", COORDINATION, "/volunteers/0/end", 404, NONE),
        form("ending what is none", COORDINATION, "/volunteers/0/end", "reason=x", 404, NONE),
        get("ending an office's function", OFFICE, "/volunteers/{appointment}/end", 404, NONE));
  }
}
