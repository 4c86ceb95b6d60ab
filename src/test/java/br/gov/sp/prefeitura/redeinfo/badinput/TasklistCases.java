package br.gov.sp.prefeitura.redeinfo.badinput;

import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.ADMINISTRATOR;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.COORDINATION;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.HEAD;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.NOBODY;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.NOMINEE;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who.OFFICE;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.get;
import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.json;

import br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who;
import java.util.List;
import java.util.stream.Stream;

/**
 * What Tasklist's API may be sent: bodies that are none, tasks of others, calls that are closed.
 */
final class TasklistCases {

  private static final String API = "/camunda/api/engine/engine/default";

  private TasklistCases() {}

  static Stream<BadInput> all() {
    return Stream.of(bodies(), tasks(), queries(), closed()).flatMap(cases -> cases);
  }

  private static Stream<BadInput> bodies() {
    return Stream.of(
        accept("half a body", "{", "incompleto ou malformado"),
        accept("a list for a body", "[]", "incompleto ou malformado"),
        accept("no body", "", "preencha este campo"),
        accept("words for a body", "sim", "incompleto ou malformado"),
        accept("null for a body", "null", "O pedido não está correto"),
        accept("variables of words", "{\"variables\":\"x\"}", "incompleto ou malformado"),
        accept("variables in a list", "{\"variables\":[]}", "incompleto ou malformado"),
        accept(
            "a variable of words",
            "{\"variables\":{\"answer\":\"accept\"}}",
            "incompleto ou malformado"),
        accept(
            "a variable that is null",
            "{\"variables\":{\"answer\":null}}",
            "O pedido não está correto"),
        accept(
            "a serialised object",
            "{\"variables\":{\"answer\":{\"value\":\"rO0AB\",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":\"java.lang.String\",\"serializationDataFormat\":\"application/x-java-serialized-object\"}}}}",
            "escolha uma das opções"),
        accept(
            "a file",
            "{\"variables\":{\"answer\":{\"value\":\"YQ==\",\"type\":\"File\",\"valueInfo\":{\"filename\":\"a\"}}}}",
            "escolha uma das opções"),
        accept(
            "a type that is none",
            "{\"variables\":{\"answer\":{\"value\":\"accept\",\"type\":\"Nope\"}}}",
            "O pedido não está correto"),
        accept(
            "a deep body",
            "{\"variables\":{\"answer\":{\"value\":" + "[".repeat(2000) + "]".repeat(2000) + "}}}",
            "incompleto ou malformado"),
        new BadInput(
            "a body that says it is text",
            NOMINEE,
            "POST",
            API + "/task/{accept}/submit-form",
            "text/plain",
            "{}",
            415,
            "não está em um formato aceito",
            List.of()),
        new BadInput(
            "a form's body",
            NOMINEE,
            "POST",
            API + "/task/{accept}/submit-form",
            BadInput.FORM,
            "answer=accept",
            415,
            "não está em um formato aceito",
            List.of()));
  }

  private static Stream<BadInput> tasks() {
    return Stream.of(
        json(
            "submitting what is no task",
            OFFICE,
            API + "/task/nope/submit-form",
            "{}",
            404,
            "Esta tarefa não existe"),
        json(
            "submitting a task with a quote",
            OFFICE,
            API + "/task/'%20OR%201=1/submit-form",
            "{}",
            404,
            "Esta tarefa não existe"),
        json(
            "submitting a colleague's",
            COORDINATION,
            API + "/task/{indicate}/submit-form",
            "{}",
            403,
            "não é oferecida a você"),
        json(
            "submitting what nobody has taken",
            OFFICE,
            API + "/task/{unclaimed}/submit-form",
            "{}",
            409,
            "Assuma a tarefa"),
        json(
            "submitting another body's",
            HEAD,
            API + "/task/{indicate}/submit-form",
            "{}",
            404,
            "Esta tarefa não existe"),
        json(
            "submitting signed out",
            NOBODY,
            API + "/task/{indicate}/submit-form",
            "{}",
            401,
            "Sua sessão terminou"),
        json(
            "completing without the form",
            NOMINEE,
            API + "/task/{accept}/complete",
            "{}",
            403,
            "Você não tem permissão"),
        json(
            "completing with a flag",
            HEAD,
            API + "/task/{approve}/complete",
            "{\"variables\":{\"decision\":{\"value\":\"approve\"}}}",
            403,
            "Você não tem permissão"),
        json(
            "taking what is no task",
            OFFICE,
            API + "/task/nope/claim",
            "{}",
            404,
            "Esta tarefa não existe"),
        json(
            "taking another body's",
            HEAD,
            API + "/task/{unclaimed}/claim",
            "{}",
            404,
            "Esta tarefa não existe"),
        json(
            "taking for somebody else",
            OFFICE,
            API + "/task/{unclaimed}/claim",
            "{\"userId\":\"admin\"}",
            403,
            "quem recebe a tarefa a assume"),
        json(
            "taking what is taken",
            COORDINATION,
            API + "/task/{indicate}/claim",
            "{}",
            403,
            "não é oferecida a você"),
        json(
            "giving back one's own acceptance",
            NOMINEE,
            API + "/task/{accept}/unclaim",
            "{}",
            403,
            "não pode ser devolvida"),
        json(
            "an empty comment",
            COORDINATION,
            API + "/task/{validate}/comment/create",
            "{\"message\":\"\"}",
            400,
            "Escreva"),
        json(
            "a comment with NUL",
            COORDINATION,
            API + "/task/{validate}/comment/create",
            "{\"message\":\"a\\u0000\"}",
            400,
            "sem caracteres de controle"),
        json(
            "a long comment",
            COORDINATION,
            API + "/task/{validate}/comment/create",
            "{\"message\":\"" + "c".repeat(5000) + "\"}",
            400,
            "até 2.000 caracteres"),
        get("reading what is no task", OFFICE, API + "/task/nope", 404, "já foi concluída"),
        get("reading another body's", HEAD, API + "/task/{indicate}", 404, "já foi concluída"),
        get(
            "another body's variables",
            HEAD,
            API + "/task/{indicate}/form-variables",
            404,
            "Esta tarefa não existe"),
        get(
            "another body's form",
            HEAD,
            API + "/task/{indicate}/deployed-form",
            404,
            "Esta tarefa não existe"));
  }

  private static Stream<BadInput> queries() {
    return Stream.of(
        query("an expression", "{\"assigneeExpression\":\"${1}\"}", "Expressões não são aceitas"),
        query(
            "a nested expression",
            "{\"orQueries\":[{\"assigneeExpression\":\"${1+1}\"}]}",
            "Expressões não são aceitas"),
        query("a date that is none", "{\"dueBefore\":\"ontem\"}", "malformado"),
        query(
            "an order that is none",
            "{\"sorting\":[{\"sortBy\":\"evil\",\"sortOrder\":\"asc\"}]}",
            "O pedido não está correto"),
        query("half a query", "{\"name\":", "malformado"),
        json(
            "a page of words",
            OFFICE,
            API + "/filter/{filter}/list?maxResults=x",
            "{}",
            400,
            "Um parâmetro do endereço"));
  }

  private static Stream<BadInput> closed() {
    return Stream.of(
        closed(
            "starting a process",
            OFFICE,
            "POST",
            "/process-definition/key/nomination-approval/start",
            "{}"),
        closed(
            "starting as an administrator",
            ADMINISTRATOR,
            "POST",
            "/process-definition/key/nomination-approval/start",
            "{}"),
        closed(
            "sending a message",
            COORDINATION,
            "POST",
            "/message",
            "{\"messageName\":\"withdrawal\"}"),
        closed("deploying", COORDINATION, "POST", "/deployment/create", "{}"),
        closed(
            "writing a variable",
            HEAD,
            "PUT",
            "/task/{approve}/variables/decision",
            "{\"value\":\"approve\"}"),
        closed(
            "writing variables",
            HEAD,
            "POST",
            "/task/{approve}/variables",
            "{\"modifications\":{\"decision\":{\"value\":\"approve\"}}}"),
        closed("making a task", OFFICE, "POST", "/task/create", "{}"),
        closed("deleting a task", OFFICE, "DELETE", "/task/{indicate}", ""),
        json(
            "assigning a task",
            OFFICE,
            API + "/task/{indicate}/assignee",
            "{\"userId\":\"admin\"}",
            403,
            "Você não tem permissão"),
        json(
            "assigning a task to whom it is not offered",
            COORDINATION,
            API + "/task/{indicate}/assignee",
            "{\"userId\":\"admin\"}",
            403,
            "não é oferecida a esta pessoa"),
        json(
            "assigning another body's task",
            HEAD,
            API + "/task/{indicate}/assignee",
            "{}",
            403,
            "Você não tem permissão"),
        closed(
            "delegating a task",
            OFFICE,
            "POST",
            "/task/{indicate}/delegate",
            "{\"userId\":\"admin\"}"),
        closed("resolving a task", HEAD, "POST", "/task/{approve}/resolve", "{}"),
        closed(
            "an error of the model",
            HEAD,
            "POST",
            "/task/{approve}/bpmnError",
            "{\"errorCode\":\"returned\"}"),
        closed(
            "making a filter",
            OFFICE,
            "POST",
            "/filter/create",
            "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{}}"),
        closed("making a user", COORDINATION, "POST", "/user/create", "{}"));
  }

  private static BadInput accept(String title, String body, String words) {
    return json(
        "accepting with " + title, NOMINEE, API + "/task/{accept}/submit-form", body, 400, words);
  }

  private static BadInput query(String title, String body, String words) {
    return json("asking with " + title, OFFICE, API + "/filter/{filter}/list", body, 400, words);
  }

  private static BadInput closed(String title, Who who, String method, String path, String body) {
    return new BadInput(
        title,
        who,
        method,
        API + path,
        BadInput.JSON,
        body,
        403,
        "Você não tem permissão",
        List.of());
  }
}
