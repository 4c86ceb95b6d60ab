package br.gov.sp.prefeitura.redeinfo.badinput;

import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.COORDINATION;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.HEAD;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.OFFICE;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.form;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.get;

import java.util.stream.Stream;

/** The catalogue of trainings, enrolling and withdrawing. */
final class EnrollmentCases {

  private static final String NOT_UNDERSTOOD = "Não entendemos o pedido";
  private static final String NO_PAGE = "Não encontramos esta página";
  private static final String NO_EDITION = "Esta formação não existe";
  private static final String NO_ENROLLMENT = "Não há esta inscrição entre as suas";
  private static final String WITHDRAWAL = "/trainings/enrollments/{enrollment}/withdrawal";

  private EnrollmentCases() {}

  static Stream<BadInput> all() {
    return Stream.of(
        get("trainings in what is no view", OFFICE, "/trainings?view=X", 400, NOT_UNDERSTOOD),
        get("trainings' view as SQL", OFFICE, "/trainings?view='--", 400, NOT_UNDERSTOOD),
        get("trainings before words", OFFICE, "/trainings?before=x", 400, NOT_UNDERSTOOD),
        get("my trainings before words", OFFICE, "/trainings/mine?before=x", 400, NOT_UNDERSTOOD),
        get("training that is none", OFFICE, "/trainings/0", 404, NO_EDITION),
        get("training in words", OFFICE, "/trainings/x", 404, NO_PAGE),
        get("training too large", OFFICE, "/trainings/" + "9".repeat(30), 404, NO_PAGE),
        form("enrolling in none", OFFICE, "/trainings/0/enrollments", "", 404, NO_EDITION),
        form("enrolling in words", OFFICE, "/trainings/x/enrollments", "", 404, NO_PAGE),
        form(
            "enrolling in what is for others",
            OFFICE,
            "/trainings/{network.edition}/enrollments",
            "",
            400,
            "pontos focais e pessoas voluntárias"),
        form(
            "enrolling somebody else",
            HEAD,
            "/trainings/{network.edition}/enrollments",
            "personId=1&person=1",
            400,
            "pontos focais e pessoas voluntárias"),
        get(
            "enrolling by a link",
            OFFICE,
            "/trainings/{network.edition}/enrollments",
            405,
            "não aceita o pedido"),
        get(
            "withdrawing from none",
            OFFICE,
            "/trainings/enrollments/0/withdrawal",
            404,
            NO_ENROLLMENT),
        get("withdrawing in words", OFFICE, "/trainings/enrollments/x/withdrawal", 404, NO_PAGE),
        get("withdrawing for others", HEAD, WITHDRAWAL, 404, NO_ENROLLMENT),
        form("withdrawing for others, too", COORDINATION, WITHDRAWAL, "", 404, NO_ENROLLMENT),
        form(
                "giving a seat up at length",
                OFFICE,
                WITHDRAWAL,
                "reason=" + "m".repeat(1001),
                400,
                "no máximo 1.000")
            .keeping("m".repeat(1001)),
        form(
                "giving a seat up with a bell",
                OFFICE,
                WITHDRAWAL,
                "reason=Din%07don",
                400,
                "caracteres que não podem")
            .keeping("don"),
        form("giving a seat up with NUL", OFFICE, WITHDRAWAL, "reason=a%00b", 400, NOT_UNDERSTOOD));
  }
}
