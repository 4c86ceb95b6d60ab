package br.gov.sp.prefeitura.redeinfo.badinput;

import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.COORDINATION;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.HEAD;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.NOBODY;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.form;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.get;

import java.util.List;
import java.util.stream.Stream;

/** Certificates to verify or revoke, and addresses of calendars. */
final class CertificateCases {

  private static final String UNKNOWN = "Não há certificado com este código";

  private CertificateCases() {}

  static Stream<BadInput> all() {
    return Stream.of(
        get("certificate without a code", NOBODY, "/certificates?code=", 400, "Escreva o código"),
        get("code that is none", NOBODY, "/certificates?code=%3Cb%3E", 400, "Um código tem 16")
            .keeping("value=\"&lt;b&gt;\""),
        get("code with a NUL", NOBODY, "/certificates?code=%00", 400, "Não entendemos"),
        get("two codes", NOBODY, "/certificates?code=a&code=b", 400, "Um código tem 16"),
        get("no such certificate", NOBODY, "/certificates/0000-0000-0000-0000", 404, UNKNOWN),
        get("certificate in words", NOBODY, "/certificates/none", 404, UNKNOWN),
        get("file of no certificate", HEAD, "/certificates/none.pdf", 404, UNKNOWN),
        get("somebody else's file", HEAD, "/certificates/{certificate}.pdf", 403, "só para a"),
        form("no file", NOBODY, "/certificates", "", 400, "Escolha o arquivo PDF"),
        form("file that is words", NOBODY, "/certificates", "file=x", 400, "Escolha o arquivo PDF"),
        form("fingerprint that is none", NOBODY, "/certificates", "sha256=x", 404, "não é um"),
        new BadInput(
            "certificate in parts without end",
            NOBODY,
            "POST",
            "/certificates",
            "multipart/form-data; boundary=x",
            "--x\r\nnothing",
            400,
            "Não entendemos o pedido",
            List.of()),
        form(
            "revoking without a reason",
            COORDINATION,
            "/certificates/{certificate}/revocation",
            "reason=+",
            400,
            "Escreva o motivo"),
        form(
                "revoking with too many words",
                COORDINATION,
                "/certificates/{certificate}/revocation",
                "reason=" + "x".repeat(1001),
                400,
                "Use até 1.000 caracteres")
            .keeping("x".repeat(1001)),
        form(
            "revoking as a head",
            HEAD,
            "/certificates/{certificate}/revocation",
            "reason=x",
            403,
            "cabe à coordenação e à EMASP"),
        form(
            "revoking what there is not",
            COORDINATION,
            "/certificates/none/revocation",
            "reason=x",
            404,
            UNKNOWN),
        get(
            "no such calendar",
            NOBODY,
            "/calendar/feed/none.ics",
            404,
            "não existe ou foi anulado"),
        get("calendar without end", NOBODY, "/calendar/feed/none", 404, "Não encontramos"));
  }
}
