package br.gov.sp.prefeitura.redeinfo.badinput;

import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.ADMINISTRATOR;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.COORDINATION;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.HEAD;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.NOBODY;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.OFFICE;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.get;

import java.util.stream.Stream;

/** Addresses and parameters. */
final class AddressCases {

  private static final String NO_PAGE = "Não encontramos esta página";
  private static final String NOT_UNDERSTOOD = "Não entendemos o pedido";
  private static final String NOT_YOURS = "não é para o seu perfil";
  private static final String LONG = "a".repeat(5000);

  private AddressCases() {}

  static Stream<BadInput> all() {
    return Stream.of(outbox(), pages(), methods()).flatMap(cases -> cases);
  }

  private static Stream<BadInput> outbox() {
    return Stream.of(
        get(
            "unknown state",
            ADMINISTRATOR,
            "/admin/outbox?state=x",
            400,
            "Não existe esta situação"),
        get("state in capitals", ADMINISTRATOR, "/admin/outbox?state=SENT", 400, "Não existe"),
        get("state as SQL", ADMINISTRATOR, "/admin/outbox?state='+OR+1=1--", 400, "Não existe"),
        get("position of words", ADMINISTRATOR, "/admin/outbox?before=x", 400, "não é válido"),
        get(
            "position too large",
            ADMINISTRATOR,
            "/admin/outbox?before=" + "9".repeat(40) + "-1",
            400,
            "não é válido"),
        get("negative position", ADMINISTRATOR, "/admin/outbox?before=-1-1", 400, "não é válido"),
        get("mail of words", ADMINISTRATOR, "/admin/outbox/x", 404, NO_PAGE),
        get("mail that is none", ADMINISTRATOR, "/admin/outbox/0", 404, "Esta mensagem não existe"),
        get(
            "mail number too large",
            ADMINISTRATOR,
            "/admin/outbox/99999999999999999999",
            404,
            NO_PAGE),
        get(
            "HTML of no mail",
            ADMINISTRATOR,
            "/admin/outbox/0/html",
            404,
            "Esta mensagem não existe"),
        get("outbox of the coordination", COORDINATION, "/admin/outbox", 403, NOT_YOURS),
        get("outbox of a head", HEAD, "/admin/outbox/1", 403, NOT_YOURS),
        get("position of own notices", OFFICE, "/notices?before=%27", 400, "não é válido"),
        get("long position", OFFICE, "/notices?before=" + LONG, 400, "não é válido"),
        get("NUL in a parameter", OFFICE, "/notices?before=%00", 400, NOT_UNDERSTOOD));
  }

  private static Stream<BadInput> pages() {
    return Stream.of(
        get("no such page", OFFICE, "/nope", 404, NO_PAGE),
        get("no such file", NOBODY, "/css/nope.css", 404, NO_PAGE),
        get("path upwards", NOBODY, "/css/%2e%2e/application.yml", 400, NOT_UNDERSTOOD),
        get("encoded slash", OFFICE, "/notices%2fx", 400, NOT_UNDERSTOOD),
        get("semicolon", OFFICE, "/notices;x=1", 400, NOT_UNDERSTOOD),
        get("backslash", OFFICE, "/notices%5c", 400, NOT_UNDERSTOOD),
        get("NUL in a path", OFFICE, "/notices%00", 400, NOT_UNDERSTOOD),
        get("double slash", OFFICE, "/notices//x", 400, NOT_UNDERSTOOD),
        get("actuator beyond health", ADMINISTRATOR, "/actuator/env", 404, NO_PAGE),
        get("error page itself", OFFICE, "/error", 404, NO_PAGE),
        get("link that is none", NOBODY, "/password/nope", 404, "Este link não vale mais"),
        get("long link", NOBODY, "/password/" + LONG, 404, "Este link não vale mais"));
  }

  private static Stream<BadInput> methods() {
    return Stream.of(
        new BadInput(
            "DELETE of a page",
            OFFICE,
            "DELETE",
            "/notices",
            null,
            null,
            405,
            "não aceita o pedido",
            java.util.List.of()),
        new BadInput(
            "PUT of a page",
            OFFICE,
            "PUT",
            "/notices",
            BadInput.FORM,
            "a=b",
            405,
            "não aceita o pedido",
            java.util.List.of()),
        BadInput.json(
            "JSON at a form",
            NOBODY,
            "/password/forgot",
            "{\"login\":\"x\"}",
            400,
            "Informe seu usuário"),
        BadInput.form(
            "retry of no mail",
            ADMINISTRATOR,
            "/admin/outbox/0/retry",
            "",
            404,
            "Esta mensagem não existe"),
        BadInput.form(
            "retry of the coordination", COORDINATION, "/admin/outbox/1/retry", "", 403, NOT_YOURS),
        get("retry as a link", ADMINISTRATOR, "/admin/outbox/1/retry", 405, "não aceita o pedido"));
  }
}
