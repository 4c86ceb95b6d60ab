package br.gov.sp.prefeitura.redeinfo.badinput;

import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.COORDINATION;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.HEAD;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.form;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.get;

import java.util.List;
import java.util.stream.Stream;

/** Lists that the coordination takes over; files themselves are tried in the module's tests. */
final class IntakeCases {

  private static final String NOT_FOUND = "Não encontramos";

  private IntakeCases() {}

  static Stream<BadInput> all() {
    return Stream.of(
        get("lists as a head", HEAD, "/imports", 403, "não é para o seu perfil"),
        get("no such list", COORDINATION, "/imports/0", 404, "Esta lista não existe"),
        get("list in words", COORDINATION, "/imports/x", 404, NOT_FOUND),
        get(
            "list beyond all numbers",
            COORDINATION,
            "/imports/99999999999999999999",
            404,
            NOT_FOUND),
        get(
            "problems of no list",
            COORDINATION,
            "/imports/0/problems.csv",
            404,
            "Esta lista não existe"),
        get("template of nothing", COORDINATION, "/imports/templates/x.csv", 404, "Não há modelo"),
        get("workbook of nothing", COORDINATION, "/imports/templates/x.xlsx", 404, "Não há modelo"),
        form(
            "taking over no list",
            COORDINATION,
            "/imports/0/apply",
            "fingerprint=x",
            404,
            "Esta lista não existe"),
        form(
            "throwing away no list",
            COORDINATION,
            "/imports/0/discard",
            "",
            404,
            "Esta lista não existe"),
        form(
                "list without a file",
                COORDINATION,
                "/imports",
                "kind=PERSONS",
                400,
                "Escolha o arquivo")
            .keeping("value=\"PERSONS\" checked"),
        form(
            "file that is a text",
            COORDINATION,
            "/imports",
            "kind=PERSONS&file=x",
            400,
            "não tem a forma esperada"),
        form(
            "list of what there is not",
            COORDINATION,
            "/imports",
            "kind=KINGS",
            400,
            "não tem a forma esperada"),
        form(
            "list instead of another that is none",
            COORDINATION,
            "/imports",
            "replaces=x",
            400,
            "Escolha o arquivo"),
        new BadInput(
            "parts without end",
            COORDINATION,
            "POST",
            "/imports",
            "multipart/form-data; boundary=x",
            "--x\r\nnothing",
            400,
            "Não entendemos o pedido",
            List.of()),
        new BadInput(
            "parts without boundary",
            COORDINATION,
            "POST",
            "/imports",
            "multipart/form-data",
            "x",
            400,
            "Não entendemos o pedido",
            List.of()),
        new BadInput(
            "list as JSON",
            COORDINATION,
            "POST",
            "/imports",
            BadInput.JSON,
            "{}",
            400,
            "Escolha o arquivo",
            List.of()));
  }
}
