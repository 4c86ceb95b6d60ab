package br.gov.sp.prefeitura.redeinfo.badinput;

import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.AUDITOR;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.COORDINATION;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.HEAD;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.NOBODY;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.OFFICE;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.form;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.get;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.json;

import java.util.stream.Stream;

/** Attendance sheets and checking in. */
final class AttendanceCases {

  private static final String UNKNOWN = "não existe ou não é sua";
  private static final String WRONG_CODE = "não vale mais";
  private static final String MARKS = "/attendance/{event}/marks";

  private AttendanceCases() {}

  static Stream<BadInput> all() {
    return Stream.concat(sheets(), Stream.concat(marks(), checkIns()));
  }

  private static Stream<BadInput> sheets() {
    return Stream.of(
        get("no such sheet", COORDINATION, "/attendance/0", 404, UNKNOWN),
        get("sheet of others", HEAD, "/attendance/{event}", 404, UNKNOWN),
        get("own name, others' sheet", OFFICE, "/attendance/{event}", 404, UNKNOWN),
        get(
            "sheet beyond all numbers",
            COORDINATION,
            "/attendance/99999999999999999999",
            404,
            "Não encontramos"),
        get(
            "attendance of no kind",
            COORDINATION,
            "/attendance/{event}?show=LATE",
            400,
            "não tem a forma esperada"),
        get(
            "page of a sheet in words",
            COORDINATION,
            "/attendance/{event}?after=x",
            400,
            "não tem a forma esperada"),
        form(
            "marking as an auditor",
            AUDITOR,
            "/attendance/{event}/entries",
            "person={office.id}&status=PRESENT",
            403,
            "Só quem cuida"),
        form(
            "marking as nothing",
            COORDINATION,
            "/attendance/{event}/entries",
            "person={office.id}",
            400,
            "Escolha presente"),
        form(
            "justifying without a reason",
            COORDINATION,
            "/attendance/{event}/entries",
            "person={office.id}&status=JUSTIFIED&reason=+",
            400,
            "Escreva o motivo"),
        form(
            "justifying at length",
            COORDINATION,
            "/attendance/{event}/entries",
            "person={office.id}&status=JUSTIFIED&reason=" + "a".repeat(501),
            400,
            "até 500 caracteres"),
        form(
            "marking who is not on the sheet",
            COORDINATION,
            "/attendance/{event}/entries",
            "person={stranger}&status=PRESENT",
            404,
            "não está na lista"),
        form(
            "marking all as justified",
            COORDINATION,
            "/attendance/{event}/rest",
            "status=JUSTIFIED",
            400,
            "Escolha presente"),
        form(
            "completing with other numbers",
            COORDINATION,
            "/attendance/{event}/completion",
            "unmarked=7",
            409,
            "Os números mudaram"),
        form(
            "completing twice",
            COORDINATION,
            "/attendance/{sheet.complete}/completion",
            "unmarked=0",
            409,
            "já foi concluída"),
        form(
                "correcting without a reason",
                COORDINATION,
                "/attendance/{sheet.complete}/people/{office.id}",
                "status=PRESENT&seen=1",
                400,
                "Escreva o motivo")
            .keeping("value=\"PRESENT\" checked"),
        form(
            "correcting to the same",
            COORDINATION,
            "/attendance/{sheet.complete}/people/{office.id}",
            "status=ABSENT&reason=x&seen=1",
            400,
            "já diz isso"),
        form(
                "correcting what others corrected",
                COORDINATION,
                "/attendance/{sheet.complete}/people/{office.id}",
                "status=PRESENT&reason=porque+sim&seen=0",
                409,
                "Outra pessoa mudou")
            .keeping("porque sim"),
        form(
            "correcting an open sheet",
            COORDINATION,
            "/attendance/{event}/people/{office.id}",
            "status=PRESENT&reason=x&seen=0",
            409,
            "ainda não foi concluída"),
        form(
            "correcting who is not on the sheet",
            COORDINATION,
            "/attendance/{sheet.complete}/people/{stranger}",
            "status=PRESENT&reason=x&seen=0",
            404,
            "não está na lista"));
  }

  private static Stream<BadInput> marks() {
    return Stream.of(
        json("marks that are none", COORDINATION, MARKS, "[null]", 400, "de 1 a 200"),
        json("no marks", COORDINATION, MARKS, "[]", 400, "de 1 a 200"),
        json("marks that are a text", COORDINATION, MARKS, "\"x\"", 400, "não tem a forma"),
        json(
            "marks of a number as a word",
            COORDINATION,
            MARKS,
            "[{\"person\":\"x\",\"status\":\"PRESENT\"}]",
            400,
            "não tem a forma"),
        json(
            "marks on a complete sheet",
            COORDINATION,
            "/attendance/{sheet.complete}/marks",
            "[{\"person\":1,\"status\":\"PRESENT\",\"age\":-9223372036854775808}]",
            409,
            "já foi concluída"),
        json(
            "marks with control characters",
            COORDINATION,
            MARKS,
            "[{\"person\":{office.id},\"status\":\"JUSTIFIED\",\"reason\":\"a\\u0000b\"}]",
            400,
            "caracteres"));
  }

  private static Stream<BadInput> checkIns() {
    return Stream.of(
        get("guessed code", NOBODY, "/check-in/{event}/ABCD2345", 400, WRONG_CODE),
        get("code of no event", NOBODY, "/check-in/0/ABCD2345", 400, WRONG_CODE),
        get("code of odd letters", OFFICE, "/check-in/{event}/%C3%A7", 404, "Não encontramos"),
        form("typed code", OFFICE, "/check-in/{event}/code", "code=<b>", 400, WRONG_CODE)
            .keeping("&lt;b&gt;"),
        form("check-in without a code", OFFICE, "/check-in/{event}", "", 400, WRONG_CODE),
        form("check-in at no event", OFFICE, "/check-in/0", "", 400, WRONG_CODE));
  }
}
