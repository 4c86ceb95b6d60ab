package br.gov.sp.prefeitura.redeinfo.badinput;

import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.NOBODY;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.form;

import java.util.stream.Stream;

/** Signing in and choosing a password. */
final class AccountCases {

  private static final String NO_MATCH = "não conferem";

  private AccountCases() {}

  static Stream<BadInput> all() {
    return Stream.concat(signIn(), password());
  }

  private static Stream<BadInput> signIn() {
    return Stream.of(
        form("sign-in without anything", NOBODY, "/login", "", 401, NO_MATCH),
        form("sign-in without password", NOBODY, "/login", "username=sem.senha", 401, NO_MATCH)
            .keeping("sem.senha"),
        form("sign-in of nobody", NOBODY, "/login", "username=ninguem&password=x", 401, NO_MATCH)
            .keeping("ninguem"),
        form(
            "wrong password",
            NOBODY,
            "/login",
            "username={office.username}&password=x",
            401,
            NO_MATCH),
        form("user name as SQL", NOBODY, "/login", "username='+OR+1=1--&password=x", 401, NO_MATCH),
        form(
            "user name as mark-up",
            NOBODY,
            "/login",
            "username=<b>x</b>&password=x",
            401,
            "&lt;b&gt;x&lt;/b&gt;"),
        form(
            "long user name",
            NOBODY,
            "/login",
            "username=" + "u".repeat(100_000) + "&password=x",
            401,
            NO_MATCH),
        form(
            "long password",
            NOBODY,
            "/login",
            "username={office.username}&password=" + "p".repeat(100_000),
            401,
            NO_MATCH),
        form(
            "NUL in the user name",
            NOBODY,
            "/login",
            "username=a%00b&password=x",
            400,
            "Não entendemos"),
        form(
            "user name twice",
            NOBODY,
            "/login",
            "username=a&username=b&password=x",
            401,
            NO_MATCH));
  }

  private static Stream<BadInput> password() {
    return Stream.of(
        form(
            "forgotten without a name",
            NOBODY,
            "/password/forgot",
            "login=",
            400,
            "Informe seu usuário"),
        form(
            "forgotten with blanks",
            NOBODY,
            "/password/forgot",
            "login=+++",
            400,
            "Informe seu usuário"),
        form(
            "NUL in a forgotten name",
            NOBODY,
            "/password/forgot",
            "login=%00",
            400,
            "Não entendemos"),
        form(
            "used link",
            NOBODY,
            "/password/nope",
            "password=uma+frase+bem+longa&repeated=uma+frase+bem+longa",
            404,
            "Este link não vale mais"),
        form(
            "short password", NOBODY, "{link}", "password=curta&repeated=curta", 400, "pelo menos"),
        form(
            "passwords that differ",
            NOBODY,
            "{link}",
            "password=uma+frase+bem+longa&repeated=outra+frase+bem+longa",
            400,
            "não são iguais"),
        form("no password", NOBODY, "{link}", "", 400, "pelo menos"),
        form(
            "password of 100,000 characters",
            NOBODY,
            "{link}",
            "password=" + "p".repeat(100_000) + "&repeated=" + "p".repeat(100_000),
            400,
            "pode ter até"),
        form(
            "known password",
            NOBODY,
            "{link}",
            "password=rede-aberta-2017&repeated=rede-aberta-2017",
            400,
            "conhecida demais"),
        form(
            "password with the own name",
            NOBODY,
            "{link}",
            "password={invited.username}-lagoa-azul&repeated={invited.username}-lagoa-azul",
            400,
            "não pode conter"),
        form(
            "unreadable password",
            NOBODY,
            "{link}",
            "password=uma+frase%07bem+longa&repeated=uma+frase%07bem+longa",
            400,
            "sinal"));
  }
}
