package br.gov.sp.prefeitura.redeinfo.badinput;

import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.ADMINISTRATOR;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.COORDINATION;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.HEAD;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.NOMINEE;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.OFFICE;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.form;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.get;

import br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who;
import java.util.stream.Stream;

/** Rounds and nominations: their addresses, and the forms of our own pages about them. */
final class NominationCases {

  private static final String NOT_UNDERSTOOD = "Não entendemos o pedido";
  private static final String NO_PAGE = "Não encontramos esta página";
  private static final String NO_ROUND = "Esta rodada não existe";
  private static final String NO_NOMINATION = "Esta indicação não existe";
  private static final String NOT_YOURS = "não é para o seu perfil";
  private static final String CHOOSE_BODY = "Escolha ao menos um órgão";
  private static final String WRONG_FORM = "não tem a forma esperada";

  private NominationCases() {}

  static Stream<BadInput> all() {
    return Stream.of(roundAddresses(), opening(), reminding(), nominationAddresses(), intervening())
        .flatMap(cases -> cases);
  }

  private static Stream<BadInput> roundAddresses() {
    return Stream.of(
        get("rounds before words", COORDINATION, "/rounds?before=x", 400, NOT_UNDERSTOOD),
        get(
            "rounds before too much",
            COORDINATION,
            "/rounds?before=" + "9".repeat(30),
            400,
            NOT_UNDERSTOOD),
        get("rounds of an office", OFFICE, "/rounds", 403, NOT_YOURS),
        get("round in words", COORDINATION, "/rounds/x", 404, NO_PAGE),
        get("round that is none", COORDINATION, "/rounds/0", 404, NO_ROUND),
        get("negative round", COORDINATION, "/rounds/-1", 404, NO_PAGE),
        get("round too large", COORDINATION, "/rounds/" + "9".repeat(30), 404, NO_PAGE),
        get("round of a head", HEAD, "/rounds/{round}", 403, NOT_YOURS),
        get(
            "round in what is no state",
            COORDINATION,
            "/rounds/{round}?state=NOPE",
            400,
            NOT_UNDERSTOOD),
        get("round's state as SQL", COORDINATION, "/rounds/{round}?state='--", 400, NOT_UNDERSTOOD),
        get(
            "round by what is no attention",
            COORDINATION,
            "/rounds/{round}?only=LATE",
            400,
            NOT_UNDERSTOOD),
        get("round after words", COORDINATION, "/rounds/{round}?after=x", 400, NOT_UNDERSTOOD),
        get("progress of no round", COORDINATION, "/rounds/0/progress", 404, NO_ROUND),
        get("table of no round", COORDINATION, "/rounds/0.csv", 404, NO_ROUND),
        get("table of a round in words", COORDINATION, "/rounds/x.csv", 404, NO_PAGE),
        get("table of a round for an office", OFFICE, "/rounds/{round}.csv", 403, NOT_YOURS),
        get(
            "vacancies before words",
            COORDINATION,
            "/rounds/vacancies?before=x",
            400,
            NOT_UNDERSTOOD),
        get("vacancies in doubt", COORDINATION, "/rounds/vacancies?all=2", 400, NOT_UNDERSTOOD),
        get("vacancies for an office", OFFICE, "/rounds/vacancies", 403, NOT_YOURS),
        get("a new round for a head", HEAD, "/rounds/new", 403, NOT_YOURS));
  }

  private static Stream<BadInput> opening() {
    String day = "&deadline={next.month}";
    String rest = "&tracks=OPEN_GOVERNMENT&scope=ALL" + day;
    String named = "name=Rodada+ruim";
    return Stream.of(
        open("without anything", "", "Dê um nome à rodada"),
        open("with a name of blanks", "name=+++" + rest, "Dê um nome à rodada"),
        open("with a long name", "name=" + "n".repeat(121) + rest, "no máximo 120")
            .keeping("n".repeat(121)),
        open("with a name of two lines", "name=A%0D%0ABcc:+x" + rest, "caracteres que não podem")
            .keeping("Bcc: x"),
        open("with a long note", named + rest + "&note=" + "r".repeat(1001), "no máximo 1.000")
            .keeping("r".repeat(1001)),
        open("with a note that rings", named + rest + "&note=Din%07don", "caracteres que não podem")
            .keeping("Rodada ruim"),
        open("without tracks", named + "&scope=ALL" + day, "Escolha ao menos uma trilha")
            .keeping("Rodada ruim"),
        open("for an empty track", named + "&tracks=&scope=ALL" + day, "Escolha ao menos uma")
            .keeping("Rodada ruim"),
        open("for what is no track", named + "&tracks=X&scope=ALL" + day, WRONG_FORM)
            .keeping("Rodada ruim"),
        open(
                "without deadline",
                named + "&tracks=OPEN_GOVERNMENT&scope=ALL",
                "Escolha uma data depois de hoje")
            .keeping("Rodada ruim"),
        open(
                "until today",
                named + rest.replace("{next.month}", "{today}"),
                "Escolha uma data depois de hoje")
            .keeping("{today}"),
        open(
                "until long ago",
                named + rest.replace("{next.month}", "2017-01-01"),
                "Escolha uma data depois de hoje")
            .keeping("2017-01-01"),
        open(
                "until the next age",
                named + rest.replace("{next.month}", "2999-01-01"),
                "Escolha uma data depois de hoje")
            .keeping("2999-01-01"),
        open(
                "until a day that is none",
                named + rest.replace("{next.month}", "2026-02-30"),
                "Escreva uma data como")
            .keeping("2026-02-30", "Rodada ruim"),
        open("until some day", named + rest.replace("{next.month}", "logo"), "Escreva uma data")
            .keeping("logo", "Rodada ruim"),
        open("without scope", named + rest.replace("scope=ALL", "scope="), CHOOSE_BODY)
            .keeping("Rodada ruim"),
        open("with what is no scope", named + rest.replace("scope=ALL", "scope=X"), WRONG_FORM)
            .keeping("Rodada ruim"),
        open("by no kind", named + rest.replace("scope=ALL", "scope=BY_KIND"), CHOOSE_BODY)
            .keeping("Rodada ruim"),
        open(
                "by what is no kind",
                named + rest.replace("scope=ALL", "scope=BY_KIND&kinds=X"),
                WRONG_FORM)
            .keeping("Rodada ruim"),
        open("among none", named + rest.replace("scope=ALL", "scope=CHOSEN"), CHOOSE_BODY)
            .keeping("Rodada ruim"),
        open(
                "among what is no body",
                named + rest.replace("scope=ALL", "scope=CHOSEN&bodyIds=0"),
                "não existe")
            .keeping("Rodada ruim"),
        open(
                "among bodies in words",
                named + rest.replace("scope=ALL", "scope=CHOSEN&bodyIds=svma"),
                WRONG_FORM)
            .keeping("Rodada ruim"),
        open(
                "among guests",
                named + rest.replace("scope=ALL", "scope=CHOSEN&bodyIds={guest}"),
                "não existe")
            .keeping("Rodada ruim"),
        form(
                "opening a round among those who are asked already",
                COORDINATION,
                "/rounds/new",
                named
                    + rest.replace("scope=ALL", "scope=CHOSEN&bodyIds={asked.body}")
                    + "&action=OPEN",
                409,
                "já ")
            .keeping("Rodada ruim"),
        form(
            "doing what cannot be done with a new round",
            COORDINATION,
            "/rounds/new",
            named + rest + "&action=NOPE",
            400,
            NOT_UNDERSTOOD),
        form(
            "opening a round as an office",
            OFFICE,
            "/rounds/new",
            named + rest + "&action=OPEN",
            403,
            NOT_YOURS),
        form(
            "opening a round as an administrator",
            ADMINISTRATOR,
            "/rounds/new",
            named + rest + "&action=OPEN",
            403,
            NOT_YOURS));
  }

  private static Stream<BadInput> reminding() {
    String path = "/rounds/{round}/reminders";
    return Stream.of(
        remind("nobody", COORDINATION, path, "", 400, "Selecione ao menos um órgão"),
        remind("blanks", COORDINATION, path, "nominations=", 400, "Selecione ao menos um órgão"),
        remind("words", COORDINATION, path, "nominations=x", 400, NOT_UNDERSTOOD),
        remind("one in words", COORDINATION, path, "one=x", 400, NOT_UNDERSTOOD),
        remind("too large a one", COORDINATION, path, "one=" + "9".repeat(30), 400, NOT_UNDERSTOOD),
        remind("one that is none", COORDINATION, path, "one=0", 404, NO_NOMINATION),
        remind("several that are none", COORDINATION, path, "nominations=0,1", 404, NO_NOMINATION),
        remind("those who are late or so", COORDINATION, path, "allOverdue=2", 400, NOT_UNDERSTOOD),
        remind(
            "in what is no state",
            COORDINATION,
            path,
            "one={nomination.indicate}&state=X",
            400,
            NOT_UNDERSTOOD),
        remind("of no round", COORDINATION, "/rounds/0/reminders", "one=1", 404, NO_ROUND),
        remind("as a head", HEAD, path, "one={nomination.indicate}", 403, NOT_YOURS),
        get("reminding by a link", COORDINATION, path, 405, "não aceita o pedido"));
  }

  private static Stream<BadInput> nominationAddresses() {
    return Stream.of(
        get("nomination that is none", COORDINATION, "/nominations/0", 404, NO_NOMINATION),
        get("nomination in words", COORDINATION, "/nominations/x", 404, NO_PAGE),
        get("nomination too large", OFFICE, "/nominations/" + "9".repeat(30), 404, NO_PAGE),
        get(
            "nomination of others",
            NOMINEE,
            "/nominations/{nomination.indicate}",
            404,
            NO_NOMINATION),
        get(
            "doing what cannot be done with a nomination",
            OFFICE,
            "/nominations/{nomination.indicate}/destroy",
            404,
            NO_PAGE),
        get("withdrawing none", COORDINATION, "/nominations/0/withdraw", 404, NO_NOMINATION),
        get(
            "withdrawing as a head",
            HEAD,
            "/nominations/{nomination.approve}/withdraw",
            403,
            "Só o gabinete"),
        get(
            "correcting as the coordination",
            COORDINATION,
            "/nominations/{nomination.approve}/correct",
            403,
            "Só o gabinete"),
        get(
            "retrying by a link",
            COORDINATION,
            "/nominations/{nomination.indicate}/retry",
            405,
            "não aceita o pedido"));
  }

  private static Stream<BadInput> intervening() {
    String withdraw = "/nominations/{nomination.indicate}/withdraw";
    String correct = "/nominations/{nomination.accept}/correct";
    return Stream.of(
        form("withdrawing without reason", OFFICE, withdraw, "", 400, "Escreva o motivo"),
        form("withdrawing for blanks", OFFICE, withdraw, "reason=++", 400, "Escreva o motivo"),
        form(
                "withdrawing at length",
                OFFICE,
                withdraw,
                "reason=" + "m".repeat(1001),
                400,
                "no máximo 1.000")
            .keeping("m".repeat(1001)),
        form(
                "withdrawing with a bell",
                OFFICE,
                withdraw,
                "reason=Din%07don",
                400,
                "caracteres que não podem")
            .keeping("don"),
        form("withdrawing with NUL", OFFICE, withdraw, "reason=a%00b", 400, NOT_UNDERSTOOD),
        form(
            "withdrawing what others do", NOMINEE, withdraw, "reason=Por+nada", 404, NO_NOMINATION),
        form(
            "withdrawing what one decides",
            HEAD,
            "/nominations/{nomination.approve}/withdraw",
            "reason=Por+nada",
            403,
            "Só o gabinete"),
        form("correcting without reason", OFFICE, correct, "", 400, "Escreva o motivo"),
        form("correcting at length", OFFICE, correct, "reason=" + "c".repeat(1001), 400, "1000")
            .keeping("c".repeat(1001)),
        form(
            "correcting what is not sent yet",
            OFFICE,
            "/nominations/{nomination.indicate}/correct",
            "reason=Trocar",
            409,
            "já seguiu adiante"),
        form(
            "correcting what awaits publication",
            OFFICE,
            "/nominations/{nomination.publish}/correct",
            "reason=Trocar",
            409,
            "já seguiu adiante"),
        form(
            "correcting as a head",
            HEAD,
            "/nominations/{nomination.approve}/correct",
            "reason=Trocar",
            403,
            "Só o gabinete"),
        form(
            "reminding of no nomination",
            COORDINATION,
            "/nominations/0/reminders",
            "",
            404,
            NO_NOMINATION),
        form(
            "reminding of one's own nomination",
            OFFICE,
            "/nominations/{nomination.indicate}/reminders",
            "",
            403,
            "Só a coordenação"),
        form(
            "retrying what has not failed",
            COORDINATION,
            "/nominations/{nomination.indicate}/retry",
            "",
            404,
            "falha"),
        form(
            "retrying as an office",
            OFFICE,
            "/nominations/{nomination.indicate}/retry",
            "",
            403,
            "Só a coordenação"));
  }

  private static BadInput open(String title, String body, String words) {
    return form("opening a round " + title, COORDINATION, "/rounds/new", body, 400, words);
  }

  private static BadInput remind(
      String title, Who who, String path, String body, int status, String words) {
    return form("reminding " + title, who, path, body, status, words);
  }
}
