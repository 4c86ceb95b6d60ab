package br.gov.sp.prefeitura.redeinfo.badinput;

import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.ADMINISTRATOR;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.AUDITOR;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.COORDINATION;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.OFFICE;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.form;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.get;

import java.util.stream.Stream;

/** The pages of meetings. */
final class MeetingCases {

  private static final String NO_PAGE = "Não encontramos esta página";
  private static final String NOT_UNDERSTOOD = "Não entendemos o pedido";
  private static final String NONE = "não existe";
  private static final String NOT_THEIRS = "pela coordenação";
  private static final String PLAN =
      "kind=THEMATIC&title=Encontro+bom&startsAt={next.month}T14:00&endsAt={next.month}T16:00"
          + "&place=Sala&hosts=Coordena%C3%A7%C3%A3o";

  private MeetingCases() {}

  static Stream<BadInput> all() {
    return Stream.of(addresses(), planning(), changing(), agenda(), guests())
        .flatMap(cases -> cases);
  }

  private static Stream<BadInput> addresses() {
    return Stream.of(
        get("meetings after words", OFFICE, "/meetings?after=x", 400, "primeira página"),
        get("meetings of no time", OFFICE, "/meetings?when=X'--", 400, NOT_UNDERSTOOD),
        get("meeting in words", OFFICE, "/meetings/x", 404, NO_PAGE),
        get("meeting that is none", OFFICE, "/meetings/0", 404, NONE),
        get("meeting too large", OFFICE, "/meetings/" + "9".repeat(30), 404, NO_PAGE),
        get("calendar of a planned meeting", OFFICE, "/meetings/{meeting}/calendar", 404, NONE),
        get("planning a meeting as office", OFFICE, "/meetings/new", 403, NOT_THEIRS),
        get("planning a meeting as auditor", AUDITOR, "/meetings/new", 403, NOT_THEIRS),
        get("meetings as administrator", ADMINISTRATOR, "/meetings", 404, NONE),
        get("meeting change that is none", COORDINATION, "/meetings/{meeting}/x", 404, NO_PAGE));
  }

  private static Stream<BadInput> planning() {
    return Stream.of(
        plan("nothing", "", "Escolha uma das opções"),
        plan("a kind that is none", PLAN.replace("THEMATIC", "X'--"), "Escolha uma das opções")
            .keeping("Encontro bom"),
        plan("no title", PLAN.replace("Encontro+bom", "++"), "Preencha este campo"),
        plan("a long title", PLAN.replace("Encontro+bom", "n".repeat(161)), "no máximo 160")
            .keeping("n".repeat(161)),
        plan("a title that rings", PLAN.replace("bom", "%07bom"), "caracteres que não podem"),
        plan(
                "a beginning that is none",
                PLAN.replace("startsAt={next.month}T14:00", "startsAt=2026-02-30T14:00"),
                "data e uma hora")
            .keeping("2026-02-30"),
        plan(
            "a beginning long ago",
            PLAN.replace("startsAt={next.month}", "startsAt=2017-05-18"),
            "ainda não passaram"),
        plan(
            "a beginning far away",
            PLAN.replace("{next.month}", "2999-01-01"),
            "nos próximos 18 meses"),
        plan("too little notice", PLAN.replace("{next.month}", "{tomorrow}"), "antecedência"),
        plan("an end before", PLAN.replace("T16:00", "T13:00"), "O fim vem depois"),
        plan("no place", PLAN.replace("place=Sala", "place="), "Diga onde será"),
        plan(
            "a link that runs",
            PLAN + "&link=javascript:alert(1)",
            "Digite um endereço completo que comece"),
        plan("no hosts", PLAN.replace("Coordena%C3%A7%C3%A3o", ""), "Preencha este campo"),
        plan("a workshop that is none", PLAN + "&sharedEventId=0", "não pode mais ser escolhida"),
        plan("a workshop in words", PLAN + "&sharedEventId=x", "Escreva um número"),
        plan("a purpose too long", PLAN + "&purpose=" + "n".repeat(2001), "no máximo 2.000"));
  }

  private static BadInput plan(String what, String body, String words) {
    return form("meeting with " + what, COORDINATION, "/meetings/new", body, 400, words);
  }

  private static Stream<BadInput> changing() {
    return Stream.of(
        form(
            "meeting of another name as office",
            OFFICE,
            "/meetings/{meeting}/edit",
            PLAN,
            403,
            NOT_THEIRS),
        form(
            "meeting emptied",
            COORDINATION,
            "/meetings/{meeting}/edit",
            "",
            400,
            "Preencha este campo"),
        form(
            "postponing what is not convened",
            COORDINATION,
            "/meetings/{meeting}/postponement",
            PLAN + "&reason=x",
            409,
            "Este passo já foi dado"),
        form(
            "cancelling a meeting without a reason",
            COORDINATION,
            "/meetings/{meeting}/cancellation",
            "reason=++",
            400,
            "Preencha este campo"),
        form("convening as office", OFFICE, "/meetings/{meeting}/convocation", "", 403, NOT_THEIRS),
        form(
                "convening with a message too long",
                COORDINATION,
                "/meetings/{meeting}/convocation",
                "message=" + "n".repeat(2001),
                400,
                "2.000")
            .keeping("n".repeat(2001)));
  }

  private static Stream<BadInput> agenda() {
    String agenda = "/meetings/{meeting}/agenda";
    return Stream.of(
        form("agenda item without title", OFFICE, agenda, "title=", 400, "Preencha este campo"),
        form("agenda item too long", OFFICE, agenda, "title=" + "n".repeat(201), 400, "200")
            .keeping("n".repeat(201)),
        form("agenda item of a day", OFFICE, agenda, "title=x&minutes=481", 400, "de 1 a 480")
            .keeping("481"),
        form("agenda item of words", OFFICE, agenda, "title=x&minutes=dez", 400, "inteiro")
            .keeping("dez"),
        form("agenda item of an auditor", AUDITOR, agenda, "title=x", 403, "participa da rede"),
        form(
            "agenda item accepted as office",
            OFFICE,
            agenda + "/{item}/acceptance",
            "",
            403,
            NOT_THEIRS),
        form("agenda item that is none moved", COORDINATION, agenda + "/0/up", "", 404, "pauta"),
        form(
            "agenda item refused without reason",
            COORDINATION,
            agenda + "/{item}/refusal",
            "",
            400,
            "Preencha este campo"),
        get("agenda item that is none", COORDINATION, agenda + "/0/edit", 404, "pauta"));
  }

  private static Stream<BadInput> guests() {
    String guests = "/meetings/{meeting}/guests";
    return Stream.of(
        get("guests of a meeting as office", OFFICE, guests, 403, NOT_THEIRS),
        form(
            "meeting guest without name",
            COORDINATION,
            guests,
            "name=",
            400,
            "Preencha este campo"),
        form(
                "meeting guest with a long role",
                COORDINATION,
                guests,
                "name=x&role=" + "n".repeat(121),
                400,
                "120")
            .keeping("n".repeat(121)),
        form(
            "meeting guest that is none",
            COORDINATION,
            guests + "/0/present",
            "",
            404,
            "convidados"));
  }
}
