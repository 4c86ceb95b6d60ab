package br.gov.sp.prefeitura.redeinfo.badinput;

import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.AUDITOR;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.COORDINATION;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.HEAD;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.form;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.get;

import java.util.stream.Stream;

/** Editions of trainings: the planning pages' addresses and forms. */
final class EditionCases {

  private static final String NOT_UNDERSTOOD = "Não entendemos o pedido";
  private static final String NO_PAGE = "Não encontramos esta página";
  private static final String NO_EDITION = "Esta formação não existe";
  private static final String NO_SESSION = "Este encontro não existe";
  private static final String NOT_YOURS = "não é para o seu perfil";
  private static final String PLANNING = "/trainings/planning";
  private static final String SESSION = PLANNING + "/{edition}/sessions/{edition.session}";

  private EditionCases() {}

  static Stream<BadInput> all() {
    return Stream.of(addresses(), planning(), sessionsOfPlan(), changing(), sessions())
        .flatMap(cases -> cases);
  }

  private static Stream<BadInput> addresses() {
    return Stream.of(
        get("editions of a head", HEAD, PLANNING, 403, NOT_YOURS),
        get("editions before words", COORDINATION, PLANNING + "?before=x", 400, NOT_UNDERSTOOD),
        get("editions in no state", COORDINATION, PLANNING + "?state=NOPE", 400, NOT_UNDERSTOOD),
        get("planned edition in words", COORDINATION, PLANNING + "/x", 404, NO_PAGE),
        get("planned edition that is none", COORDINATION, PLANNING + "/0", 404, NO_EDITION),
        get(
            "planned edition too large",
            COORDINATION,
            PLANNING + "/" + "9".repeat(30),
            404,
            NO_PAGE),
        get(
            "a draft to publish twice",
            COORDINATION,
            PLANNING + "/{edition}/edit",
            409,
            "publicada"),
        get("a new edition for auditors", AUDITOR, PLANNING + "/new", 403, "Só a coordenação"),
        get(
            "participants after words",
            COORDINATION,
            PLANNING + "/{edition}/participants?after=x",
            400,
            NOT_UNDERSTOOD),
        get(
            "participants in no state",
            COORDINATION,
            PLANNING + "/{edition}/participants?state='--",
            400,
            NOT_UNDERSTOOD),
        get(
            "participants of no edition as a table",
            COORDINATION,
            PLANNING + "/0/participants.csv",
            404,
            NO_EDITION),
        get("progress of no edition", COORDINATION, PLANNING + "/0/progress", 404, NO_EDITION));
  }

  private static Stream<BadInput> planning() {
    return Stream.of(
        plan("without anything", "", "Preencha este campo"),
        plan("with a title of blanks", "title=+++", "Preencha este campo"),
        plan("with a long title", "title=" + "t".repeat(161), "no máximo 160")
            .keeping("t".repeat(161)),
        plan("with a title of two lines", "title=A%0D%0Ab", "caracteres que não podem"),
        plan("with content that rings", named("content=Din%07don"), "caracteres que não podem")
            .keeping("Curso ruim"),
        plan("of what is no kind", named("kind=PARTY"), "não tem a forma esperada")
            .keeping("Curso ruim"),
        plan("with seats in words", named("capacity=muitas"), "Escreva um número inteiro")
            .keeping("muitas"),
        plan("with no seats", named("capacity=0"), "Digite um número de 1 a 20.000"),
        plan("with endless seats", named("capacity=99999"), "Digite um número de 1 a 20.000")
            .keeping("99999"),
        plan("with half of the people", named("minimumAttendance=101"), "número de 0 a 100"),
        plan("with enrolment some day", named("enrolmentFrom=logo"), "Escolha uma data e uma hora")
            .keeping("logo"),
        plan(
            "with enrolment on a day that is none",
            named("enrolmentFrom=2026-02-30T10:00"),
            "Escolha uma data e uma hora"),
        plan(
            "with enrolment in the next age",
            named("enrolmentFrom=2999-01-01T10:00"),
            "próximos 2 anos"),
        plan(
            "with enrolment that ends before it begins",
            named("enrolmentFrom={next.month}T10:00&enrolmentUntil={next.month}T09:00"),
            "terminar depois de começar"),
        plan("for a track that is not said", named("audience=TRACK"), "Escolha a trilha"),
        plan("validated without certificate", named("schoolValidates=true"), "marque as duas"),
        plan("with an activity without date", named("activity=Plano"), "Escolha a data e a hora"),
        plan("given by nobody", named("keepers=ninguem%40nada.sp"), "e-mail da linha 1"),
        plan("given by a crowd", named("keepers=" + crowd()), "no máximo 20 pessoas"));
  }

  private static String crowd() {
    StringBuilder crowd = new StringBuilder();
    for (int i = 0; i < 21; i++) {
      crowd.append("p").append(i).append("%40b.sp%0A");
    }
    return crowd.toString();
  }

  private static Stream<BadInput> sessionsOfPlan() {
    return Stream.of(
        plan("with a session without place", named(session("title=Um")), "Diga o local"),
        plan("with a session without title", named(session("place=Sala")), "Preencha este campo")
            .keeping("Sala"),
        plan(
            "with a session that ends before it begins",
            named(session("startsAt={next.month}T10:00&sessions[0].endsAt={next.month}T09:00")),
            "O fim vem depois do começo"),
        plan(
            "with a session that runs a script",
            named(session("link=javascript:alert(1)")),
            "comece com https://"),
        plan(
            "with a session at somebody's door",
            named(session("link=https://user:secret@host/")),
            "comece com https://"),
        plan(
            "with a session before enrolment ends",
            named("enrolmentUntil={next.month}T10:00&" + session("startsAt={today}T10:00")),
            "depois do fim das inscrições"),
        plan("with minutes in words", named(session("minutes=uma+hora")), "número inteiro")
            .keeping("uma hora"),
        form(
            "edition with a row beyond all rows",
            COORDINATION,
            PLANNING + "/new",
            "sessions[99999].title=x",
            400,
            NOT_UNDERSTOOD),
        form(
            "edition with a row that is none",
            COORDINATION,
            PLANNING + "/new",
            "sessions[x].title=x",
            400,
            NOT_UNDERSTOOD),
        form(
            "edition of which a row in words goes",
            COORDINATION,
            PLANNING + "/new",
            "remove=x",
            400,
            NOT_UNDERSTOOD),
        form(
            "edition with what is no action",
            COORDINATION,
            PLANNING + "/new",
            "action=EXPLODE",
            400,
            NOT_UNDERSTOOD));
  }

  private static Stream<BadInput> changing() {
    return Stream.of(
        form(
            "draft changed to nothing",
            COORDINATION,
            PLANNING + "/{draft}/edit",
            "",
            400,
            "Preencha este campo"),
        form("edition edited", COORDINATION, PLANNING + "/{edition}/edit", "", 409, "publicada"),
        form(
            "edition published twice",
            COORDINATION,
            PLANNING + "/{edition}/publish",
            "",
            409,
            "já foi publicada"),
        form(
            "edition thrown away",
            COORDINATION,
            PLANNING + "/{edition}/discard",
            "",
            409,
            "já foi publicada"),
        form(
            "edition cancelled for no reason",
            COORDINATION,
            PLANNING + "/{edition}/cancel",
            "reason=++",
            400,
            "Preencha este campo"),
        form(
                "edition cancelled at length",
                COORDINATION,
                PLANNING + "/{edition}/cancel",
                "reason=" + "r".repeat(1001),
                400,
                "no máximo 1.000")
            .keeping("r".repeat(1001)),
        form(
            "draft cancelled",
            COORDINATION,
            PLANNING + "/{draft}/cancel",
            "reason=x",
            409,
            "já seguiu adiante"),
        form(
            "enrolment without dates",
            COORDINATION,
            PLANNING + "/{edition}/enrolment-period",
            "",
            400,
            "Escolha a data e a hora"),
        form(
            "enrolment that is over",
            COORDINATION,
            PLANNING + "/{edition}/enrolment-period",
            "enrolmentFrom={today}T00:00&enrolmentUntil={today}T00:01",
            400,
            "ainda não passaram"),
        form(
                "edition handed to nobody",
                COORDINATION,
                PLANNING + "/{edition}/trainers",
                "keepers=ninguem%40nada.sp",
                400,
                "e-mail da linha 1")
            .keeping("ninguem@nada.sp"),
        form(
            "edition retried that runs",
            COORDINATION,
            PLANNING + "/{edition}/retry",
            "",
            404,
            "parado por falha"),
        form(
            "edition cancelled by a head",
            HEAD,
            PLANNING + "/{edition}/cancel",
            "reason=x",
            403,
            NOT_YOURS));
  }

  private static Stream<BadInput> sessions() {
    return Stream.of(
        get(
            "session of another edition",
            COORDINATION,
            PLANNING + "/{draft}/sessions/{edition.session}/move",
            404,
            NO_SESSION),
        get(
            "planned session that is none",
            COORDINATION,
            PLANNING + "/{edition}/sessions/0/move",
            404,
            NO_SESSION),
        get("session to explode", COORDINATION, SESSION + "/explode", 404, NO_PAGE),
        form(
            "session moved nowhere",
            COORDINATION,
            SESSION + "/move",
            "",
            400,
            "Escolha a data e a hora"),
        form(
            "session moved into the past",
            COORDINATION,
            SESSION + "/move",
            "startsAt=2017-06-09T10:00&endsAt=2017-06-09T12:00&place=A&reason=x",
            400,
            "ainda não passaram"),
        form(
            "session moved for a week",
            COORDINATION,
            SESSION + "/move",
            "startsAt={next.month}T10:00&endsAt=2999-06-09T12:00&place=A&reason=x",
            400,
            "no máximo um dia depois"),
        form(
                "session moved for no reason",
                COORDINATION,
                SESSION + "/move",
                "startsAt={next.month}T10:00&endsAt={next.month}T12:00&place=Sala+nova",
                400,
                "Preencha este campo")
            .keeping("Sala nova"),
        form(
            "session cancelled for no reason",
            COORDINATION,
            SESSION + "/cancel",
            "",
            400,
            "Preencha este campo"),
        form(
                "material that runs a script",
                COORDINATION,
                SESSION + "/material",
                "material=javascript:alert(1)",
                400,
                "comece com https://")
            .keeping("javascript:alert(1)"));
  }

  private static BadInput plan(String title, String body, String words) {
    return form("edition " + title, COORDINATION, PLANNING + "/new", body, 400, words);
  }

  private static String named(String more) {
    return "title=Curso+ruim&" + more;
  }

  private static String session(String field) {
    return "sessions[0]." + field;
  }
}
