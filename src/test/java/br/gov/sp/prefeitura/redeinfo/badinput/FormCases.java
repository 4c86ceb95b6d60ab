package br.gov.sp.prefeitura.redeinfo.badinput;

import static br.gov.sp.prefeitura.redeinfo.badinput.BadInput.json;

import br.gov.sp.prefeitura.redeinfo.badinput.BadInput.Who;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What people may type, or scripts may send, into the forms of a nomination's tasks. */
final class FormCases {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CHOOSE = "escolha uma das opções";

  private FormCases() {}

  static Stream<BadInput> all() {
    return Stream.of(indicate(), accept(), approve(), validate(), publish())
        .flatMap(cases -> cases);
  }

  private static Stream<BadInput> indicate() {
    return Stream.of(
        indicate("nobody", Map.of(), "Preencha ao menos um assento"),
        indicate("a name alone", Map.of("openTitularName", "Ana"), "Complete este campo"),
        indicate("blanks for a name", servant("Name", "   "), "Complete este campo"),
        indicate("a long name", servant("Name", "n".repeat(121)), "no máximo 120"),
        indicate("a name of two lines", servant("Name", "Ana\r\nBcc: x"), "não podem ser gravados"),
        indicate("a name with NUL", servant("Name", "Ana\0"), "não podem ser gravados"),
        indicate("a name that is a number", servant("Name", 7), "não é do tipo"),
        indicate("a name that is a list", servant("Name", List.of("Ana")), "não é do tipo"),
        indicate("a short number", servant("Identifier", "123456"), "7 dígitos"),
        indicate("a number with points", servant("Identifier", "123.456.7"), "7 dígitos"),
        indicate("no address", servant("Email", ""), "Complete este campo"),
        indicate("what is no address", servant("Email", "ana"), "não está no formato pedido"),
        indicate(
            "a private address",
            servant("Email", "ana@gmail.example"),
            "e-mail institucional do órgão"),
        indicate(
            "an address with a line end",
            servant("Email", "ana@x.br\r\nBcc: y"),
            "não podem ser gravados"),
        indicate("a bond that is none", servant("Bond", "REI"), CHOOSE),
        indicate("a long reason", servant("Why", "w".repeat(1001)), "no máximo 1.000"),
        indicate("an input that is none", servant("Cpf", "12345678901"), "não tem o campo"),
        indicate("a flag of the process", Map.of("decision", "approve"), "não tem o campo"),
        indicate(
            "a seat that is not asked",
            Map.of("accessTitularName", "Ana"),
            "Preencha ao menos um assento"),
        indicate("the same person twice", twice(), "duas vezes"));
  }

  private static Stream<BadInput> accept() {
    return Stream.of(
        accept("nothing", Map.of(), "preencha este campo"),
        accept("maybe", Map.of("answer", "maybe"), CHOOSE),
        accept("true", Map.of("answer", true), "escolha uma das opções"),
        accept("a list", Map.of("answer", List.of("accept")), "escolha uma das opções"),
        accept("a refusal without reason", Map.of("answer", "decline"), "preencha este campo"),
        accept(
            "a refusal for blanks",
            Map.of("answer", "decline", "declineReason", "  "),
            "preencha este campo"),
        accept(
            "a long refusal",
            Map.of("answer", "decline", "declineReason", "r".repeat(1001)),
            "no máximo 1.000"),
        accept("an expression", Map.of("answer", "${1+1}"), CHOOSE));
  }

  private static Stream<BadInput> approve() {
    return Stream.of(
        approve("nothing", Map.of(), "preencha este campo"),
        approve("a choice that is none", Map.of("choice", "yes"), CHOOSE),
        approve(
            "a return of nobody",
            Map.of("choice", "return", "returnReason", "motivo"),
            "Marque ao menos um assento"),
        approve(
            "a return without reason",
            Map.of("choice", "return", "replaceOpenTitular", true),
            "preencha este campo"),
        approve(
            "a return of a seat that is not in the set",
            Map.of("choice", "return", "replaceAccessTitular", true, "returnReason", "motivo"),
            "Marque ao menos um assento"),
        approve(
            "a box of words",
            Map.of("choice", "return", "replaceOpenTitular", "sim", "returnReason", "motivo"),
            "não é do tipo"),
        approve("a refusal without reason", Map.of("choice", "refuse"), "preencha este campo"),
        approve(
            "a long comment",
            Map.of("choice", "approve", "approveComment", "c".repeat(1001)),
            "no máximo 1.000"),
        approve(
            "half a character",
            Map.of("choice", "approve", "approveComment", "HALF"),
            "não podem ser gravados"));
  }

  private static Stream<BadInput> validate() {
    return Stream.of(
        validate("nothing", Map.of(), "preencha este campo"),
        validate("a check that is none", Map.of("check", "ok"), CHOOSE),
        validate(
            "a return of nobody",
            Map.of("check", "return", "returnReason", "motivo"),
            "Marque ao menos um assento"),
        validate(
            "a return without reason",
            Map.of("check", "return", "replaceOpenTitular", true),
            "preencha este campo"));
  }

  private static Stream<BadInput> publish() {
    return Stream.of(
        publish("nothing", Map.of(), "preencha este campo"),
        publish(
            "a number without its digit",
            publication("actNumber", "6010.2026/0001234"),
            "não está no formato pedido"),
        publish(
            "a number of words",
            publication("actNumber", "portaria"),
            "não está no formato pedido"),
        publish(
            "a day that is none",
            publication("gazetteDate", "30/02/2026"),
            "no formato dd/mm/aaaa"),
        publish(
            "a day the computers' way",
            publication("gazetteDate", "2017-06-09"),
            "não está no formato pedido"),
        publish(
            "a day to come", publication("gazetteDate", "01/01/2999"), "não pode estar no futuro"),
        publish(
            "a day long past", publication("gazetteDate", "01/01/1999"), "não pode ser anterior"),
        publish(
            "a script for a link",
            publication("gazetteLink", "javascript:alert(1)"),
            "não está no formato pedido"),
        publish(
            "a link without lock",
            publication("gazetteLink", "http://x.example"),
            "não está no formato pedido"),
        publish(
            "a long link",
            publication("gazetteLink", "https://x.example/" + "a".repeat(500)),
            "no máximo 500"));
  }

  private static Map<String, Object> servant(String field, Object value) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("openTitularName", "Ana Inventada");
    values.put("openTitularIdentifier", "7654321");
    values.put("openTitularEmail", "ana@{domain}");
    values.put("openTitularBond", "EFETIVO");
    values.put("openTitularUnit", "Ouvidoria");
    values.put("openTitularWhy", "Conhece o serviço.");
    values.put("openTitular" + field, value);
    return values;
  }

  private static Map<String, Object> twice() {
    Map<String, Object> values = servant("Name", "Ana Inventada");
    Map<String, Object> both = new LinkedHashMap<>(values);
    values.forEach((key, value) -> both.put(key.replace("Titular", "Suplente"), value));
    return both;
  }

  private static Map<String, Object> publication(String field, Object value) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("actNumber", "6010.2026/0001234-5");
    values.put("gazetteDate", "{todayTyped}");
    values.put("gazetteLink", "https://diariooficial.prefeitura.sp.gov.br/1");
    values.put(field, value);
    return values;
  }

  private static BadInput indicate(String title, Map<String, ?> values, String words) {
    return submit("indicating " + title, Who.OFFICE, "{indicate}", values, words);
  }

  private static BadInput accept(String title, Map<String, ?> values, String words) {
    return submit("answering " + title, Who.NOMINEE, "{accept}", values, words);
  }

  private static BadInput approve(String title, Map<String, ?> values, String words) {
    return submit("deciding " + title, Who.HEAD, "{approve}", values, words);
  }

  private static BadInput validate(String title, Map<String, ?> values, String words) {
    return submit("validating " + title, Who.COORDINATION, "{validate}", values, words);
  }

  private static BadInput publish(String title, Map<String, ?> values, String words) {
    return submit("publishing " + title, Who.COORDINATION, "{publish}", values, words);
  }

  /** Values go untyped, as form-js sends them. */
  private static BadInput submit(
      String title, Who who, String task, Map<String, ?> values, String words) {
    Map<String, Object> variables = new LinkedHashMap<>();
    values.forEach((name, value) -> variables.put(name, Map.of("value", value)));
    try {
      return json(
          title,
          who,
          "/camunda/api/engine/engine/default/task/" + task + "/submit-form",
          JSON.writeValueAsString(Map.of("variables", variables)).replace("HALF", "\\ud83c"),
          400,
          words);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
