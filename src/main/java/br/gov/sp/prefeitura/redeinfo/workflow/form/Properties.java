package br.gov.sp.prefeitura.redeinfo.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/**
 * Properties of a form's component. The modeler writes limits as numbers, and as text where they
 * came from a text field. An expression in place of a fixed value is refused: only the browser
 * would know what it comes to.
 */
record Properties(JsonNode node) {

  String text(String name, String otherwise) {
    return node.path(name).asText(otherwise);
  }

  boolean flag(String name) {
    JsonNode value = node.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return false;
    }
    if (!value.isBoolean()) {
      throw new IllegalArgumentException(name + " is true or false, and fixed: " + value);
    }
    return value.booleanValue();
  }

  /** The number, or {@code null} where there is none. */
  BigDecimal number(String name) {
    JsonNode value = node.path(name);
    if (value.isMissingNode() || value.isNull() || value.asText().isBlank()) {
      return null;
    }
    BigDecimal number = Numbers.read(value.asText().strip());
    if (number == null) {
      throw new IllegalArgumentException(name + " is a number, and fixed: " + value);
    }
    return number;
  }

  /** The whole number, or {@code null} where there is none. */
  Integer integer(String name) {
    BigDecimal number = number(name);
    try {
      return number == null ? null : (Integer) number.intValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(name + " is a whole number: " + number, e);
    }
  }
}
