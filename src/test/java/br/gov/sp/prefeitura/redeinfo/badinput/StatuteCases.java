package br.gov.sp.prefeitura.redeinfo.badinput;

import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.AUDITOR;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.COORDINATION;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.OFFICE;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.form;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.get;

import java.util.stream.Stream;

/** The statute: its addresses, and the forms to write and to publish a version. */
final class StatuteCases {

  private static final String NOT_UNDERSTOOD = "Não entendemos o pedido";
  private static final String NO_PAGE = "Não encontramos esta página";
  private static final String NONE = "Esta versão do estatuto não existe";
  private static final String CLOSED = "Só a coordenação escreve";
  private static final String GOOD =
      "revision=7&act=Portaria+7&actDay=2020-01-02&gazetteDay=2020-01-03";

  private StatuteCases() {}

  static Stream<BadInput> all() {
    return Stream.of(addresses(), writing(), publishing(), planning()).flatMap(cases -> cases);
  }

  private static Stream<BadInput> addresses() {
    return Stream.of(
        get("statute in words", OFFICE, "/statute/x", 404, NO_PAGE),
        get("statute that is none", OFFICE, "/statute/0", 404, NONE),
        get("statute too large", OFFICE, "/statute/" + "9".repeat(30), 404, NO_PAGE),
        get("changes of none", OFFICE, "/statute/0/changes", 404, NONE),
        get("changes with words", OFFICE, "/statute/0/changes?with=x", 400, NOT_UNDERSTOOD),
        get("acceptances as office", OFFICE, "/statute/1/acceptances", 403, "coordenação"),
        get("acceptances of none", AUDITOR, "/statute/0/acceptances", 404, NONE),
        get(
            "acceptances in no state",
            COORDINATION,
            "/statute/0/acceptances?show=X'--",
            400,
            NOT_UNDERSTOOD),
        get(
            "acceptances after words",
            COORDINATION,
            "/statute/0/acceptances.csv?show=%00",
            400,
            NOT_UNDERSTOOD),
        get("draft as office", OFFICE, "/statute/draft", 403, CLOSED),
        get("draft as auditor", AUDITOR, "/statute/draft/preview", 403, CLOSED));
  }

  private static Stream<BadInput> writing() {
    return Stream.of(
        write("a revision in words", "revision=x&principles=Mantido", "").keeping("Mantido"),
        write("no revision", "principles=Mantido", "chegou incompleta").keeping("Mantido"),
        write("principles without end", "revision=1&principles=" + "n".repeat(20001), "20.000")
            .keeping("n".repeat(20001)),
        write("duties that ring", "revision=1&duties=%07Mantido", "caracteres que não podem"),
        form(
            "statute discarded without revision",
            COORDINATION,
            "/statute/draft/discard",
            "",
            400,
            NOT_UNDERSTOOD),
        form(
            "statute discarded in another revision",
            COORDINATION,
            "/statute/draft/discard",
            "revision=-1",
            409,
            "Outra pessoa salvou"));
  }

  private static Stream<BadInput> publishing() {
    return Stream.of(
        publish("nothing", "", "chegou incompleta"),
        publish("no act", GOOD.replace("Portaria+7", "+"), "Preencha este campo"),
        publish("a long act", GOOD.replace("Portaria+7", "n".repeat(161)), "no máximo 160")
            .keeping("n".repeat(161)),
        publish("half a SEI number", GOOD + "&seiNumber=6067", "0000.0000/0000000-0")
            .keeping("6067", "Portaria 7"),
        publish("a script as address", GOOD + "&gazetteLink=javascript:alert(1)", "https://")
            .keeping("javascript:alert(1)"),
        publish("no day at all", GOOD.replace("2020-01-02", "2020-02-30"), "")
            .keeping("2020-02-30", "Portaria 7"),
        publish("an act of tomorrow", GOOD.replace("2020-01-02", "2999-01-02"), "futuro")
            .keeping("2999-01-02"),
        publish("a gazette before its act", GOOD.replace("-03", "-01"), "anterior ao ato"));
  }

  private static Stream<BadInput> planning() {
    return Stream.of(
        get("plan in words", OFFICE, "/plan/x", 404, NO_PAGE),
        get("plan of no year", OFFICE, "/plan/1999", 404, "Não há plano"),
        get("plan of no year as CSV", AUDITOR, "/plan/1999.csv", 404, "Não há plano"),
        get("targets of no plan", COORDINATION, "/plan/1999/targets/new", 404, "Não há plano"),
        get("target that is none", COORDINATION, "/plan/1999/targets/0", 404, "Esta meta não"),
        get("targets as office", OFFICE, "/plan/1999/targets/new", 403, "Só a coordenação"),
        begin("no year", "", "Escreva um ano"),
        begin("a year long ago", "year=1999", "Escreva um ano"),
        begin("a year in words", "year=x", NOT_UNDERSTOOD),
        form("plan begun as office", OFFICE, "/plan", "year=2090", 403, "Só a coordenação"),
        form(
            "plan published that is none",
            COORDINATION,
            "/plan/1999/publication",
            "",
            404,
            "Não há plano"),
        form(
            "target removed without version",
            COORDINATION,
            "/plan/1999/targets/1/removal",
            "",
            400,
            NOT_UNDERSTOOD));
  }

  private static BadInput begin(String title, String body, String says) {
    return form("plan begun with " + title, COORDINATION, "/plan", body, 400, says);
  }

  private static BadInput write(String title, String body, String says) {
    return form("statute with " + title, COORDINATION, "/statute/draft", body, 400, says);
  }

  private static BadInput publish(String title, String body, String says) {
    return form(
        "statute published with " + title,
        COORDINATION,
        "/statute/draft/publication",
        body,
        400,
        says);
  }
}
