package br.gov.sp.prefeitura.redeinfo.badinput;

import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.AUDITOR;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.COORDINATION;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.NOBODY;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.OFFICE;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.form;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.get;

import java.util.stream.Stream;

/** The pages of minutes, follow-ups and initiatives. */
final class MinutesCases {

  private static final String NO_PAGE = "Não encontramos esta página";
  private static final String NOT_UNDERSTOOD = "Não entendemos o pedido";
  private static final String NOT_THEIRS = "pela coordenação";
  private static final String EMPTY = "Preencha este campo";

  private MinutesCases() {}

  static Stream<BadInput> all() {
    return Stream.of(publicPages(), followUps(), writing(), remarks(), initiatives())
        .flatMap(cases -> cases);
  }

  private static Stream<BadInput> publicPages() {
    return Stream.of(
        get("minutes of no year", NOBODY, "/minutes?year=1", 400, "ano da lista"),
        get("minutes of a year in words", NOBODY, "/minutes?year=X'--", 400, NOT_UNDERSTOOD),
        get("minutes of no kind", NOBODY, "/minutes?kind=X'--", 400, "Escolha uma"),
        get("minutes after words", NOBODY, "/minutes?after=x", 400, "primeira página"),
        get("minutes that are none", NOBODY, "/minutes/0", 404, "não está publicada"),
        get("minutes that circulate", NOBODY, "/minutes/{circulated}", 404, "não está publicada"),
        get("minutes as no file", NOBODY, "/minutes/0.pdf", 404, "não está publicada"),
        get("minutes in words", COORDINATION, "/minutes/x", 404, NO_PAGE));
  }

  private static Stream<BadInput> followUps() {
    return Stream.of(
        get("follow-ups of nobody", OFFICE, "/follow-ups?whose=X'--", 400, NOT_UNDERSTOOD),
        get("follow-ups in no state", OFFICE, "/follow-ups?state=1", 400, NOT_UNDERSTOOD),
        get("follow-ups after words", OFFICE, "/follow-ups?after=2026-13-01_1", 400, "primeira"),
        get("follow-up that is none", OFFICE, "/follow-ups/0", 404, "não existe"),
        get(
            "follow-ups as a file after words",
            OFFICE,
            "/follow-ups.csv?after=x",
            400,
            "primeira"));
  }

  private static Stream<BadInput> writing() {
    String minutes = "/meetings/{written}/minutes";
    return Stream.of(
        form("minutes written as office", OFFICE, minutes, "revision=0", 403, NOT_THEIRS),
        form("minutes written as auditor", AUDITOR, minutes, "revision=0", 403, NOT_THEIRS),
        form("minutes of a revision in words", COORDINATION, minutes, "revision=x", 400, "Confira"),
        form(
                "minutes circulated empty",
                COORDINATION,
                minutes,
                "revision=0&place=Lugar+bom&action=CIRCULATE",
                400,
                EMPTY)
            .keeping("Lugar bom"),
        form(
                "minutes with a text too long",
                COORDINATION,
                minutes,
                "revision=0&items[0].discussion=" + "n".repeat(8001),
                400,
                "8.000")
            .keeping("n".repeat(8001)),
        form(
            "minutes with a title that rings",
            COORDINATION,
            minutes,
            "revision=0&items[0].title=a%07b",
            400,
            "caracteres que não podem"),
        form(
            "minutes with a row too far",
            COORDINATION,
            minutes,
            "revision=0&items[9999].title=x",
            400,
            NOT_UNDERSTOOD),
        form(
            "minutes saved over others",
            COORDINATION,
            minutes,
            "revision=77&place=x",
            409,
            "Alguém gravou"),
        form(
            "minutes done something else with",
            COORDINATION,
            minutes,
            "action=X",
            400,
            NOT_UNDERSTOOD),
        get(
            "minutes in a version that is none",
            OFFICE,
            minutes + "/versions/7",
            404,
            "não existe"));
  }

  private static Stream<BadInput> remarks() {
    String minutes = "/meetings/{circulated}/minutes";
    return Stream.of(
        form("remark of nothing", OFFICE, minutes + "/remarks", "text=++", 400, EMPTY),
        form(
                "remark too long",
                OFFICE,
                minutes + "/remarks",
                "text=" + "n".repeat(2001),
                400,
                "2.000")
            .keeping("n".repeat(2001)),
        form(
            "remark on no item",
            OFFICE,
            minutes + "/remarks",
            "text=x&item=99",
            400,
            "Escolha uma"),
        form("remark of an auditor", AUDITOR, minutes + "/remarks", "text=x", 403, "só acompanha"),
        form(
            "remark on minutes that do not circulate",
            OFFICE,
            "/meetings/{written}/minutes/remarks",
            "text=x",
            409,
            "Este passo já foi dado"),
        form(
            "answer as office", OFFICE, minutes + "/remarks/1/answer", "answer=x", 403, NOT_THEIRS),
        form(
            "answer to no remark",
            COORDINATION,
            minutes + "/remarks/0/answer",
            "answer=x",
            404,
            "não existe"),
        form(
            "answer of nothing",
            COORDINATION,
            minutes + "/remarks/1/answer",
            "answer=",
            400,
            EMPTY),
        form("end of remarks as office", OFFICE, minutes + "/remarks-end", "", 403, NOT_THEIRS));
  }

  private static Stream<BadInput> initiatives() {
    String one = "/initiatives/{initiative}";
    return Stream.of(
        get("initiatives in no state", NOBODY, "/initiatives?state=X'--", 400, NOT_UNDERSTOOD),
        get("initiatives before words", NOBODY, "/initiatives?before=x", 400, NOT_UNDERSTOOD),
        get("initiative that is none", NOBODY, "/initiatives/0", 404, "não existe"),
        get("initiative begun as office", OFFICE, "/initiatives/new", 403, NOT_THEIRS),
        form("initiative without anything", COORDINATION, "/initiatives/new", "", 400, EMPTY),
        form(
                "initiative of one body",
                COORDINATION,
                "/initiatives/new",
                "name=Nome+bom&purpose=x&bodyIds=1",
                400,
                "dois órgãos")
            .keeping("Nome bom"),
        form(
            "initiative of bodies in words",
            COORDINATION,
            "/initiatives/new",
            "name=Nome+bom&bodyIds=x",
            400,
            "Nome bom"),
        form(
            "initiative with a step without a day",
            COORDINATION,
            "/initiatives/new",
            "name=x&purpose=x&nextStep=y",
            400,
            "texto e data"),
        form(
            "initiative of a meeting that is none",
            COORDINATION,
            "/initiatives/new",
            "name=x&purpose=x&meetingIds=0",
            400,
            "Escolha uma"),
        form(
            "initiative of a project that is none",
            COORDINATION,
            "/initiatives/new",
            "name=x&purpose=x&projectIds=0",
            400,
            "Escolha uma"),
        form(
            "initiative ended without a word",
            COORDINATION,
            one + "/state",
            "state=DONE",
            400,
            EMPTY),
        form("initiative in no state", COORDINATION, one + "/state", "state=X'--", 400, "Confira"),
        form(
            "initiative in its own state",
            COORDINATION,
            one + "/state",
            "state=PROPOSED",
            400,
            "já está"));
  }
}
