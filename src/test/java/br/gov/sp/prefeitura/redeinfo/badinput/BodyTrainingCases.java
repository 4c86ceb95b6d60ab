package br.gov.sp.prefeitura.redeinfo.badinput;

import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.AUDITOR;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.COORDINATION;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.HEAD;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.NOMINEE;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.OFFICE;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.form;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.get;

import java.util.stream.Stream;

/** Trainings of bodies: their addresses, and the forms to announce, move and cancel one. */
final class BodyTrainingCases {

  private static final String NOT_UNDERSTOOD = "Não entendemos o pedido";
  private static final String NO_PAGE = "Não encontramos esta página";
  private static final String NONE = "Este treinamento não existe";
  private static final String NOT_THEIRS = "Anunciam e mudam treinamentos";
  private static final String GOOD =
      "title=Aula+boa&bodyId={asked.body}&day={tomorrow}&hours=2&expectedPeople=20";

  private BodyTrainingCases() {}

  static Stream<BadInput> all() {
    return Stream.of(addresses(), records(), announcing(), changing()).flatMap(cases -> cases);
  }

  private static Stream<BadInput> addresses() {
    return Stream.of(
        get("body trainings before words", OFFICE, "/body-trainings?before=x", 400, NOT_UNDERSTOOD),
        get(
            "body trainings in what is no state",
            OFFICE,
            "/body-trainings?state=X'--",
            400,
            NOT_UNDERSTOOD),
        get("body training in words", OFFICE, "/body-trainings/x", 404, NO_PAGE),
        get("body training that is none", OFFICE, "/body-trainings/0", 404, NONE),
        get("body training too large", OFFICE, "/body-trainings/" + "9".repeat(30), 404, NO_PAGE),
        get("another body's training", NOMINEE, "/body-trainings/{bodyTraining}", 404, NONE),
        get("announcing as a head", HEAD, "/body-trainings/new", 403, NOT_THEIRS),
        get("announcing as an auditor", AUDITOR, "/body-trainings/new", 403, NOT_THEIRS),
        get("change that is none", OFFICE, "/body-trainings/{bodyTraining}/x", 404, NO_PAGE),
        get("moving as auditor", AUDITOR, "/body-trainings/{bodyTraining}/day", 403, NOT_THEIRS));
  }

  private static Stream<BadInput> records() {
    return Stream.of(
        get("record of long ago", OFFICE, "/trainings/record?year=1999", 400, "Escolha um ano"),
        get("record to come", OFFICE, "/trainings/record.pdf?year=2999", 400, "Escolha um ano"),
        get("record of no year", OFFICE, "/trainings/record.csv?year=x", 400, NOT_UNDERSTOOD),
        get(
            "hours of no year",
            COORDINATION,
            "/trainings/hours.csv?year=-1",
            400,
            "Escolha um ano"),
        get("risk after words", COORDINATION, "/trainings/risk?after=x", 400, "lista"),
        get("risk in no body", COORDINATION, "/trainings/risk?body=nope", 404, "órgão"),
        get("risk in words", COORDINATION, "/trainings/risk?edition=x", 400, NOT_UNDERSTOOD),
        get(
            "risk of no edition as CSV",
            COORDINATION,
            "/trainings/risk.csv?edition=x",
            400,
            NOT_UNDERSTOOD));
  }

  private static Stream<BadInput> announcing() {
    return Stream.of(
        announce("nothing", "", "Escolha uma das opções"),
        announce("no title", GOOD.replace("Aula+boa", "++"), "Preencha este campo"),
        announce("a long title", GOOD.replace("Aula+boa", "n".repeat(161)), "no máximo 160")
            .keeping("n".repeat(161)),
        announce("a title that rings", GOOD.replace("boa", "%07boa"), "caracteres que não podem"),
        announce("a day that is none", GOOD.replace("{tomorrow}", "2026-02-30"), "Escreva uma data")
            .keeping("2026-02-30", "Aula boa"),
        announce("a day long ago", GOOD.replace("{tomorrow}", "2017-01-01"), "Escolha um dia de 60")
            .keeping("2017-01-01"),
        announce("a day far away", GOOD.replace("{tomorrow}", "2999-01-01"), "Escolha um dia de 60")
            .keeping("2999-01-01"),
        announce("hours in words", GOOD.replace("hours=2", "hours=duas"), "meias horas")
            .keeping("duas", "Aula boa"),
        announce("a quarter of an hour", GOOD.replace("hours=2", "hours=0.25"), "meias horas")
            .keeping("0.25"),
        announce("hours without end", GOOD.replace("hours=2", "hours=1e9"), "meias horas"),
        announce(
            "hours of a million digits", GOOD.replace("hours=2", "hours=1e-999999"), "meias horas"),
        announce("nobody", GOOD.replace("=20", "=0"), "Digite um número de 1 a 5.000")
            .keeping("Aula boa"),
        announce("people in words", GOOD.replace("=20", "=vinte"), "").keeping("vinte"),
        announce("a body in words", GOOD.replace("{asked.body}", "x"), ""),
        form(
            "body training for a body that is none",
            OFFICE,
            "/body-trainings/new",
            GOOD.replace("{asked.body}", "0"),
            404,
            "órgão"),
        form(
            "body training for another body",
            OFFICE,
            "/body-trainings/new",
            GOOD.replace("{asked.body}", "{guest}"),
            403,
            NOT_THEIRS),
        form(
            "body training of the coordination",
            COORDINATION,
            "/body-trainings/new",
            GOOD,
            403,
            NOT_THEIRS));
  }

  private static BadInput announce(String what, String body, String words) {
    return form("body training with " + what, OFFICE, "/body-trainings/new", body, 400, words);
  }

  private static Stream<BadInput> changing() {
    String training = "/body-trainings/{bodyTraining}";
    return Stream.of(
        form("moving to no day", OFFICE, training + "/day", "", 400, "Escolha um dia de 60"),
        form("moving to some day", OFFICE, training + "/day", "day=logo", 400, "Escreva uma data")
            .keeping("logo"),
        form("moving what is none", OFFICE, "/body-trainings/0/day", "day={tomorrow}", 404, NONE),
        form(
            "cancelling without a reason",
            OFFICE,
            training + "/cancellation",
            "reason=+",
            400,
            "Preencha este campo"),
        form(
                "cancelling at length",
                OFFICE,
                training + "/cancellation",
                "reason=" + "r".repeat(1001),
                400,
                "no máximo 1.000")
            .keeping("r".repeat(1001)),
        form(
            "cancelling another body's",
            NOMINEE,
            training + "/cancellation",
            "reason=x",
            404,
            NONE));
  }
}
