package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Minutes as they are kept: JSON by a mapper of its own, which no setting of the web's changes. */
final class MinutesJson {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .serializationInclusion(Include.NON_NULL)
          .build();

  private MinutesJson() {}

  static String write(Record minutes) {
    try {
      return JSON.writeValueAsString(minutes);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("minutes that cannot be written", e);
    }
  }

  static <T extends Record> T read(String json, Class<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("kept minutes that cannot be read", e);
    }
  }
}
