package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * Proposals as they are kept: JSON by the names of their parts, days as {@code 2026-11-30}. A
 * mapper of its own, so that no setting of the web's changes what was submitted years ago.
 */
final class ProposalJson {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .serializationInclusion(Include.NON_NULL)
          .build();

  private ProposalJson() {}

  static String write(Proposal proposal) {
    try {
      return JSON.writeValueAsString(proposal);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a proposal that cannot be written", e);
    }
  }

  static Proposal read(String json) {
    try {
      return JSON.readValue(json, Proposal.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a kept proposal that cannot be read", e);
    }
  }
}
