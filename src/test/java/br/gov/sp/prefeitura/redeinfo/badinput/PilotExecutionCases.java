package br.gov.sp.prefeitura.redeinfo.badinput;

import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.AUDITOR;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.COORDINATION;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.HEAD;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.OFFICE;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.form;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.get;

import java.util.stream.Stream;

/** Running pilots: the commands people give them, and their progress reports. */
final class PilotExecutionCases {

  private static final String NO_PAGE = "Não encontramos esta página";
  private static final String NONE = "Este projeto-piloto não existe";
  private static final String NOT_THEIRS = "Isto cabe a outras pessoas";
  private static final String NOT_NOW = "Isto não cabe no momento";
  private static final String MISSING = "Falta responder";
  private static final String PILOT = "/pilots/{pilot.running}";
  private static final String LONG = "r".repeat(2001);
  private static final String GOOD =
      "version=0&summary=Andou&risk=LOW&rows[0].milestoneId={pilot.milestone}&rows[0].percent=0";

  private PilotExecutionCases() {}

  static Stream<BadInput> all() {
    return Stream.of(addresses(), commands(), reports()).flatMap(cases -> cases);
  }

  private static Stream<BadInput> addresses() {
    return Stream.of(
        get("suspending what is none", HEAD, "/pilots/0/suspension", 404, NONE),
        get("suspending in words", HEAD, "/pilots/x/suspension", 404, NO_PAGE),
        get("command that is none", HEAD, PILOT + "/explosion", 404, NO_PAGE),
        get("suspending as the office", OFFICE, PILOT + "/suspension", 403, NOT_THEIRS),
        get("suspending as an auditor", AUDITOR, PILOT + "/suspension", 403, NOT_THEIRS),
        get("resuming what runs", HEAD, PILOT + "/resumption", 409, NOT_NOW),
        get("moving no presentation", COORDINATION, PILOT + "/presentation", 409, NOT_NOW),
        get("reporting what is none", OFFICE, "/pilots/0/report", 404, NONE),
        form("saving a report as an auditor", AUDITOR, PILOT + "/report", GOOD, 403, NOT_THEIRS),
        form(
            "reporting early while a report is open",
            OFFICE,
            PILOT + "/report/wanted",
            "",
            409,
            "Já há um relato aberto"));
  }

  private static Stream<BadInput> commands() {
    return Stream.of(
        form("suspending without a reason", HEAD, PILOT + "/suspension", "reason=+", 400, MISSING),
        form("suspending at length", HEAD, PILOT + "/suspension", "reason=" + LONG, 400, "2.000")
            .keeping(LONG),
        form(
            "suspending with a bell",
            HEAD,
            PILOT + "/suspension",
            "reason=a%07",
            400,
            "caracteres"),
        form(
            "cancelling a pilot without a reason", HEAD, PILOT + "/cancellation", "", 400, MISSING),
        form("choosing no sponsor", HEAD, PILOT + "/sponsor", "", 400, "Escolha uma pessoa"),
        form("a sponsor in words", HEAD, PILOT + "/sponsor", "sponsor=x'--", 400, "Escolha"),
        form(
            "a sponsor of no body",
            HEAD,
            PILOT + "/sponsor",
            "sponsor={stranger}",
            400,
            "Escolha uma pessoa"),
        form(
            "a change of scope that changes nothing",
            OFFICE,
            PILOT + "/scope-change",
            "reason=Porque+sim",
            400,
            "Nada mudou"),
        form(
            "a change of scope without a reason",
            OFFICE,
            PILOT + "/scope-change",
            "",
            400,
            MISSING));
  }

  private static Stream<BadInput> reports() {
    return Stream.of(
        save("percent in words", GOOD.replace("percent=0", "percent=muito"), "de 0 a 100")
            .keeping("muito"),
        save("too many percent", GOOD.replace("percent=0", "percent=101"), "de 0 a 100"),
        save("a day that is none", GOOD + "&rows[0].actualStart=2026-02-30", "uma data que existe"),
        save("a risk that is none", GOOD.replace("LOW", "x"), "Escolha uma das opções"),
        save("a long summary", GOOD.replace("Andou", "s".repeat(4001)), "4.000")
            .keeping("s".repeat(4001)),
        save("a version in words", GOOD.replace("version=0", "version=x"), ""),
        save("a milestone in words", GOOD.replace("{pilot.milestone}", "x"), ""),
        save("rows without end", GOOD + "&rows[999].percent=1", ""),
        form(
            "saving on top of another version",
            OFFICE,
            PILOT + "/report",
            GOOD.replace("version=0", "version=7"),
            409,
            "Alguém gravou este relato"));
  }

  private static BadInput save(String what, String body, String words) {
    return form("report with " + what, OFFICE, PILOT + "/report", body, 400, words);
  }
}
