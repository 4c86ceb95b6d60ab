package br.gov.sp.prefeitura.redeinfo.badinput;

import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.AUDITOR;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.COORDINATION;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.NOBODY;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.form;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.get;

import java.util.stream.Stream;

/** Campaigns and contacts: their addresses, the form of a campaign, and links to opt out. */
final class OutreachCases {

  private static final String NOT_UNDERSTOOD = "Não entendemos o pedido";
  private static final String NO_PAGE = "Não encontramos esta página";
  private static final String NO_CAMPAIGN = "Esta campanha não existe";
  private static final String NO_LINK = "Este link não vale mais";
  private static final String GOOD =
      "title=Campanha+boa&subject=Venha&message=Um+convite&audiences=CONTACTS&chosenBodies=false"
          + "&waves[0].day={tomorrow}&waves[0].measure=REST&closesOn={next.month}";

  private OutreachCases() {}

  static Stream<BadInput> all() {
    return Stream.of(addresses(), links(), writing(), waves(), steering()).flatMap(cases -> cases);
  }

  private static Stream<BadInput> addresses() {
    return Stream.of(
        get("campaigns before words", COORDINATION, "/outreach?before=x", 400, NOT_UNDERSTOOD),
        get("campaign in words", COORDINATION, "/outreach/x", 404, NO_PAGE),
        get("campaign that is none", COORDINATION, "/outreach/0", 404, NO_CAMPAIGN),
        get("campaign too large", COORDINATION, "/outreach/" + "9".repeat(30), 404, NO_PAGE),
        get("figures of no campaign", COORDINATION, "/outreach/0/figures.csv", 404, NO_CAMPAIGN),
        get("preview of no campaign", COORDINATION, "/outreach/0/preview/html", 404, NO_CAMPAIGN),
        get(
            "contacts of no body",
            COORDINATION,
            "/outreach/contacts?body=nenhum'--",
            404,
            "Este órgão não existe"),
        get(
            "contacts in no state",
            COORDINATION,
            "/outreach/contacts?state=X",
            400,
            NOT_UNDERSTOOD),
        get(
            "contacts before words",
            COORDINATION,
            "/outreach/contacts?before=x",
            400,
            NOT_UNDERSTOOD),
        get(
            "contact that is none",
            COORDINATION,
            "/outreach/contacts/0/deletion",
            404,
            "Este contato não existe"),
        get("writing a campaign as auditor", AUDITOR, "/outreach/new", 403, "Só a coordenação"));
  }

  private static Stream<BadInput> links() {
    return Stream.of(
        get("opting out by a guess", NOBODY, "/opt-out/adivinhado", 404, NO_LINK),
        get("opting out by a long guess", NOBODY, "/opt-out/" + "a".repeat(101), 404, NO_PAGE),
        get("opting out by signs", NOBODY, "/opt-out/%27--", 404, NO_PAGE),
        form("opting out by a posted guess", NOBODY, "/opt-out/adivinhado", "", 404, NO_LINK),
        form(
            "opting out by a mail program's guess",
            NOBODY,
            "/opt-out/adivinhado",
            "List-Unsubscribe=One-Click",
            404,
            NO_LINK));
  }

  private static Stream<BadInput> writing() {
    return Stream.of(
        write("nothing", "", "Preencha este campo"),
        write("no title", GOOD.replace("Campanha+boa", "++"), "Preencha este campo"),
        write("a long title", GOOD.replace("Campanha+boa", "n".repeat(121)), "no máximo 120")
            .keeping("n".repeat(121)),
        write("a subject in two lines", GOOD.replace("Venha", "Venha%0ABcc:x"), "caracteres que"),
        write("a long text", GOOD.replace("Um+convite", "t".repeat(5001)), "no máximo 5")
            .keeping("t".repeat(5001)),
        write("a wrong placeholder", GOOD.replace("Um+convite", "Oi+{nome}"), "Entre chaves")
            .keeping("Oi {nome}"),
        write("an open brace", GOOD.replace("Um+convite", "Oi+{name"), "Entre chaves"),
        write("no audience", GOOD.replace("audiences=CONTACTS", "x=y"), "ao menos um grupo")
            .keeping("Campanha boa"),
        write("an invented audience", GOOD.replace("CONTACTS", "EVERYBODY"), ""),
        write("no bodies", GOOD.replace("Bodies=false", "Bodies=true"), "ao menos um órgão"),
        write(
            "a body that is none",
            GOOD.replace("Bodies=false", "Bodies=true&bodies=0"),
            "ao menos um órgão"),
        write("no last day", GOOD.replace("{next.month}", ""), "dos próximos 12 meses"),
        write("a last day long ago", GOOD.replace("{next.month}", "2017-01-01"), "depois da última")
            .keeping("2017-01-01"));
  }

  private static Stream<BadInput> waves() {
    String second = "&waves[1].day={tomorrow}&waves[1].measure=REST";
    return Stream.of(
        write(
            "no wave",
            GOOD.replace("&waves[0].day={tomorrow}&waves[0].measure=REST", ""),
            "ao menos uma leva"),
        write("a wave on no day", GOOD.replace("{tomorrow}", "2026-02-30"), "")
            .keeping("2026-02-30"),
        write("a wave long ago", GOOD.replace("{tomorrow}", "2017-01-01"), "que ainda vem")
            .keeping("2017-01-01"),
        write("a wave far away", GOOD.replace("{tomorrow}", "2999-01-01"), "dos próximos 12 meses")
            .keeping("2999-01-01"),
        write("a wave of nobody", GOOD.replace("REST", "PEOPLE"), "Digite um número de 1 a"),
        write(
            "a wave of 101 per cent",
            GOOD.replace("REST", "SHARE&waves[0].amount=101"),
            "Digite um número de 1 a 100"),
        write("a wave in words", GOOD.replace("REST", "PEOPLE&waves[0].amount=dez"), "")
            .keeping("dez"),
        write("a wave by no measure", GOOD.replace("REST", "X"), ""),
        write("all the rest twice", GOOD + second, "Só a última leva"),
        write(
            "two waves on a day",
            GOOD.replace("REST", "SHARE&waves[0].amount=50") + second,
            "depois da leva anterior"),
        write("a thousand waves", GOOD + "&waves[999].measure=REST", NOT_UNDERSTOOD));
  }

  private static BadInput write(String what, String body, String words) {
    return form("campaign with " + what, COORDINATION, "/outreach/new", body, 400, words);
  }

  private static Stream<BadInput> steering() {
    String campaign = "/outreach/{campaign}";
    return Stream.of(
        form(
            "changing an older version of a campaign",
            COORDINATION,
            campaign + "/edit",
            GOOD + "&version=7",
            409,
            "Alguém mudou a campanha"),
        form("changing no campaign", COORDINATION, "/outreach/0/edit", GOOD, 404, NO_CAMPAIGN),
        form(
            "handing no campaign in", COORDINATION, "/outreach/0/submission", "", 404, NO_CAMPAIGN),
        form(
            "stopping without a reason",
            COORDINATION,
            campaign + "/stop",
            "reason=+",
            400,
            "Preen"),
        form(
                "stopping at length",
                COORDINATION,
                campaign + "/stop",
                "reason=" + "r".repeat(1001),
                400,
                "no máximo 1")
            .keeping("r".repeat(1001)),
        form("stopping as an auditor", AUDITOR, campaign + "/stop", "reason=x", 403, ""));
  }
}
