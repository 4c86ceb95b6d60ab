package br.gov.sp.prefeitura.redeinfo.badinput;

import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.ADMINISTRATOR;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.COORDINATION;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.HEAD;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.NOBODY;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.OFFICE;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.get;

import java.util.stream.Stream;

/** Bodies, the directory, and the forms by which the coordination appoints people. */
final class NetworkCases {

  private static final String NOT_UNDERSTOOD = "Não entendemos o pedido";
  private static final String OF_BODY = "/bodies/svma/appointments";
  private static final String OF_NETWORK = "/network/appointments";
  private static final String OF_ADMINISTRATION = "/admin/appointments";

  /** Complete and right, but for what a case adds (the last value of a name does not count). */
  private static final String PERSON =
      "&name=Pessoa+Nova&email=nova@svma.prefeitura.sp.gov.br&bond=EFETIVO";

  private NetworkCases() {}

  static Stream<BadInput> all() {
    return Stream.of(addresses(), appointing(), people(), ending(), administration())
        .flatMap(cases -> cases);
  }

  private static Stream<BadInput> addresses() {
    return Stream.of(
        get("kind that is none", NOBODY, "/directory?kind=NOPE", 400, NOT_UNDERSTOOD),
        get("seats that are neither", NOBODY, "/directory?state=x", 400, NOT_UNDERSTOOD),
        get("day that is none", NOBODY, "/directory?date=2026-02-30", 400, NOT_UNDERSTOOD),
        get("day in words", NOBODY, "/directory?date=hoje", 400, NOT_UNDERSTOOD),
        get("NUL in a search", NOBODY, "/directory?q=%00", 400, NOT_UNDERSTOOD),
        get("no such body", NOBODY, "/directory/nope", 404, "Este órgão não existe"),
        get("body in capitals", NOBODY, "/directory/SVMA", 404, "Não encontramos esta página"),
        get("no such body of ours", COORDINATION, "/bodies/nope", 404, "Este órgão não existe"),
        get("another body's page", OFFICE, "/bodies/sme", 403, "para as pessoas dele"),
        get("appointing as a head", HEAD, OF_BODY + "/new", 403, "não é para o seu perfil"),
        get("person in words", COORDINATION, OF_BODY + "/new?person=x", 400, NOT_UNDERSTOOD),
        get(
            "person who is none",
            COORDINATION,
            OF_BODY + "/new?person=0",
            404,
            "não está cadastrada"),
        get(
            "appointing in no body",
            COORDINATION,
            "/bodies/nope/appointments/new",
            404,
            "Este órgão não existe"),
        get(
            "ending what is no appointment",
            COORDINATION,
            OF_BODY + "/0/end",
            404,
            "Esta designação não existe"),
        get(
            "ending another body's",
            COORDINATION,
            "/bodies/sme/appointments/{appointment}/end",
            404,
            "não é deste órgão"),
        get(
            "ending a body's as the network's",
            COORDINATION,
            OF_NETWORK + "/{appointment}/end",
            404,
            "não é deste órgão"),
        get(
            "ending an appointment in words",
            COORDINATION,
            OF_BODY + "/x/end",
            404,
            "Não encontramos"));
  }

  private static Stream<BadInput> appointing() {
    String today = "&from={today}";
    String somebody = "person={stranger}";
    return Stream.of(
        post("without anything", OF_BODY, "", "Escolha a função"),
        post("without function", OF_BODY, somebody + today, "Escolha a função"),
        post(
            "to what is no function",
            OF_BODY,
            somebody + "&function=KING" + today,
            "não tem a forma esperada"),
        post(
            "to the network's function in a body",
            OF_BODY,
            somebody + "&function=COORDINATION" + today,
            "não é de um órgão"),
        post(
            "to a body's function in the network",
            OF_NETWORK,
            somebody + "&function=HEAD" + today,
            "Esta função é de um órgão"),
        post(
            "to administration by the coordination",
            OF_NETWORK,
            somebody + "&function=ADMINISTRATOR" + today,
            "são designadas por quem administra"),
        post("without first day", OF_BODY, somebody + "&function=OFFICE", "Informe o primeiro dia"),
        post(
                "from a day that is none",
                OF_BODY,
                somebody + "&function=OFFICE&from=2026-02-30",
                "Escreva uma data como")
            .keeping("2026-02-30"),
        post(
                "from a day in words",
                OF_BODY,
                somebody + "&function=OFFICE&from=ontem",
                "Escreva uma data como")
            .keeping("ontem"),
        post(
                "until before it begins",
                OF_BODY,
                somebody + "&function=OFFICE&from=2026-02-02&to=2026-02-01",
                "não pode ser anterior ao primeiro")
            .keeping("2026-02-02", "2026-02-01"),
        post(
            "to a seat without saying which",
            OF_BODY,
            somebody + "&function=FOCAL_POINT" + today,
            "Informe a trilha e o assento"),
        post(
            "to half a seat",
            OF_BODY,
            somebody + "&function=FOCAL_POINT&track=OPEN_GOVERNMENT" + today,
            "Informe a trilha e o assento"),
        post(
            "to a track that is none",
            OF_BODY,
            somebody + "&function=FOCAL_POINT&track=X&seat=TITULAR" + today,
            "não tem a forma esperada"),
        post(
            "by a long act",
            OF_BODY,
            somebody + "&function=OFFICE" + today + "&act=" + "a".repeat(300),
            "O ato tem até"),
        post(
            "by an act of two lines",
            OF_BODY,
            somebody + "&function=OFFICE" + today + "&act=a%0D%0Ab",
            "em uma linha"),
        BadInput.form(
            "appointing twice to the same",
            COORDINATION,
            OF_BODY,
            "person={office.id}&function=OFFICE&from={tomorrow}",
            409,
            "já exerce esta função"),
        post(
            "after the body was abolished",
            "/bodies/amlurb/appointments",
            somebody + "&function=OFFICE&from={today}",
            "não existe nesta data"));
  }

  private static Stream<BadInput> people() {
    String rest = "function=OFFICE&from={today}";
    return Stream.of(
        post("nobody", OF_BODY, rest, "Informe o nome"),
        post(
            "a name of blanks",
            OF_BODY,
            rest + "&name=++&email=a@svma.prefeitura.sp.gov.br&bond=EFETIVO",
            "Informe o nome"),
        post(
            "a long name",
            OF_BODY,
            rest + "&name=" + "n".repeat(300) + "&email=a@svma.prefeitura.sp.gov.br&bond=EFETIVO",
            "até 120 caracteres"),
        post(
            "a name of two lines",
            OF_BODY,
            rest + "&name=A%0D%0ABcc:+x&email=a@svma.prefeitura.sp.gov.br&bond=EFETIVO",
            "em uma linha"),
        post(
            "without address",
            OF_BODY,
            rest + "&name=Nova&bond=EFETIVO",
            "e-mail institucional válido"),
        post(
                "with what is no address",
                OF_BODY,
                rest + "&name=Nova&email=sem+arroba&bond=EFETIVO",
                "Informe um e-mail institucional")
            .keeping("sem arroba"),
        post(
            "with an address elsewhere",
            OF_BODY,
            rest + "&name=Nova&email=a@gmail.example&bond=EFETIVO",
            "domínio do órgão"),
        post(
            "with another's address",
            OF_BODY,
            rest + "&name=Nova&email={office.email}&bond=EFETIVO",
            "Este e-mail já é de"),
        post(
            "without bond",
            OF_BODY,
            rest + "&name=Nova&email=a@svma.prefeitura.sp.gov.br",
            "Informe o vínculo"),
        post(
            "with a short number",
            OF_BODY,
            rest + PERSON + "&identifier=123",
            "exatamente 7 algarismos"),
        post(
                "with letters for a number",
                OF_BODY,
                rest + PERSON + "&identifier=abcdefg",
                "exatamente 7 algarismos")
            .keeping("abcdefg"),
        post(
            "with a long unit",
            OF_BODY,
            rest + PERSON + "&unit=" + "u".repeat(300),
            "A unidade tem até"),
        post(
            "who works nowhere",
            OF_NETWORK,
            "function=CIGA&from={today}" + PERSON,
            "Escolha o órgão"),
        post(
            "who works where nobody does",
            OF_NETWORK,
            "function=CIGA&from={today}&worksIn=0" + PERSON,
            "Este órgão não existe"));
  }

  private static Stream<BadInput> ending() {
    String end = OF_BODY + "/{appointment}/end";
    return Stream.of(
        BadInput.form(
            "ending without anything", COORDINATION, end, "", 400, "Informe o último dia"),
        BadInput.form(
            "ending without reason", COORDINATION, end, "lastDay={today}", 400, "Escolha o motivo"),
        BadInput.form(
            "ending for what is no reason",
            COORDINATION,
            end,
            "lastDay={today}&reason=BORED",
            400,
            "não tem a forma"),
        BadInput.form(
                "ending on no day",
                COORDINATION,
                end,
                "lastDay=32/13/2026&reason=RESIGNED",
                400,
                "Escreva uma data")
            .keeping("32/13/2026"),
        BadInput.form(
            "ending as a head",
            HEAD,
            end,
            "lastDay={today}&reason=RESIGNED",
            403,
            "não é para o seu perfil"),
        BadInput.form(
            "appointing as the office",
            OFFICE,
            OF_BODY,
            "person={stranger}&function=HEAD",
            403,
            "não é para o seu perfil"),
        BadInput.form(
            "appointing as an administrator",
            ADMINISTRATOR,
            OF_BODY,
            "person={stranger}&function=HEAD&from={today}",
            403,
            "não é para o seu perfil"));
  }

  private static Stream<BadInput> administration() {
    String somebody = "person={stranger}&from={today}";
    return Stream.of(
        get("administration for the coordination", COORDINATION, OF_ADMINISTRATION, 403, "perfil"),
        get(
            "administration for an office",
            OFFICE,
            OF_ADMINISTRATION + "/new",
            403,
            "não é para o seu perfil"),
        get(
            "ending a body's as the administration's",
            ADMINISTRATOR,
            OF_ADMINISTRATION + "/{appointment}/end",
            404,
            "não é deste órgão"),
        get(
            "ending what administrators gave as the coordination",
            COORDINATION,
            OF_NETWORK + "/{administration}/end",
            404,
            "não é deste órgão"),
        BadInput.form(
            "administrators' appointing without function",
            ADMINISTRATOR,
            OF_ADMINISTRATION,
            somebody,
            400,
            "Escolha a função"),
        BadInput.form(
            "administrators' appointing to the coordination",
            ADMINISTRATOR,
            OF_ADMINISTRATION,
            somebody + "&function=COORDINATION",
            400,
            "Só a coordenação designa"),
        BadInput.form(
            "administrators' appointing to a body's function",
            ADMINISTRATOR,
            OF_ADMINISTRATION,
            somebody + "&function=HEAD",
            400,
            "Esta função é de um órgão"),
        BadInput.form(
            "appointing auditors by the coordination",
            COORDINATION,
            OF_NETWORK,
            somebody + "&function=AUDITOR",
            400,
            "são designadas por quem administra"),
        BadInput.form(
            "appointing administrators by an office",
            OFFICE,
            OF_ADMINISTRATION,
            somebody + "&function=ADMINISTRATOR",
            403,
            "não é para o seu perfil"));
  }

  private static BadInput post(String title, String path, String body, String words) {
    return BadInput.form("appointing " + title, COORDINATION, path, body, 400, words);
  }
}
