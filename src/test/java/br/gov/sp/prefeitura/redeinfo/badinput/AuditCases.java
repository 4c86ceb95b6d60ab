package br.gov.sp.prefeitura.redeinfo.badinput;

import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.ADMINISTRATOR;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.AUDITOR;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.COORDINATION;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.HEAD;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.get;

import java.util.stream.Stream;

/** The filters of the audit's page and of its export. */
final class AuditCases {

  private static final String NOT_YOURS = "não é para o seu perfil";

  private AuditCases() {}

  static Stream<BadInput> all() {
    return Stream.concat(
        Stream.of("/audit", "/audit/entries.csv").flatMap(AuditCases::filters),
        Stream.of(
            get("audit position of words", AUDITOR, "/audit?before=x", 400, "não é válido"),
            get("NUL in the audit", AUDITOR, "/audit?person=%00", 400, "Não entendemos o pedido"),
            get("audit for technicians", ADMINISTRATOR, "/audit", 403, NOT_YOURS),
            get("audit for the coordination", COORDINATION, "/audit", 403, NOT_YOURS),
            get("audit's file for a head", HEAD, "/audit/entries.csv", 403, NOT_YOURS)));
  }

  private static Stream<BadInput> filters(String path) {
    return Stream.of(
        get(path + " from words", AUDITOR, path + "?from=ontem", 400, "Escreva uma data")
            .keeping("ontem"),
        get(path + " to no day", AUDITOR, path + "?to=2026-02-30", 400, "Escreva uma data"),
        get(path + " from too far", AUDITOR, path + "?from=%2B999999999-12-31", 400, "entre 1900"),
        get(
                path + " backwards",
                AUDITOR,
                path + "?from=2026-02-02&to=2026-02-01",
                400,
                "não pode ser anterior ao primeiro")
            .keeping("2026-02-02", "2026-02-01"),
        get(path + " action", AUDITOR, path + "?action=x", 400, "Não existe esta ação"),
        get(path + " action as SQL", AUDITOR, path + "?action='+OR+1=1--", 400, "Não existe esta"),
        get(path + " nobody", AUDITOR, path + "?person=ninguem", 400, "Não há pessoa com este")
            .keeping("value=\"ninguem\""),
        get(
            path + " long login",
            AUDITOR,
            path + "?person=" + "a".repeat(4000),
            400,
            "Não há pessoa com este"),
        get(path + " body", AUDITOR, path + "?body=nenhum", 400, "Não existe este órgão"),
        get(path + " type", AUDITOR, path + "?subjectType=x", 400, "Não existe este tipo"),
        get(path + " number alone", AUDITOR, path + "?subject=1", 400, "também o tipo do objeto"),
        get(
                path + " number with spaces",
                AUDITOR,
                path + "?subjectType=person&subject=a+b",
                400,
                "sem espaços")
            .keeping("value=\"a b\""));
  }
}
