package br.gov.sp.prefeitura.redeinfo.notification.domain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Values for a template, as they are kept. */
@Component
class MailParameters {

  private static final TypeReference<Map<String, String>> PARAMETERS = new TypeReference<>() {};

  private final ObjectMapper json;

  MailParameters(ObjectMapper json) {
    this.json = json;
  }

  /** PostgreSQL stores no NUL character; a step must not fail over one. */
  static Map<String, String> storable(Map<String, String> parameters) {
    Map<String, String> result = new LinkedHashMap<>();
    parameters.forEach((name, value) -> result.put(name, value.replace("\0", "")));
    return result;
  }

  String write(Map<String, String> parameters) {
    try {
      return json.writeValueAsString(parameters);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  Map<String, String> read(String parameters) {
    try {
      return json.readValue(parameters, PARAMETERS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
