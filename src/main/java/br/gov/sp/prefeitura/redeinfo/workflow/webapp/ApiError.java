package br.gov.sp.prefeitura.redeinfo.workflow.webapp;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What the web applications' API answers when it says no. Tasklist shows {@code message} in its
 * notification; {@code type} and {@code code} are stable names for programs.
 *
 * @param code the reason; of several, the first
 * @param message for the person, in their language
 * @param fields the rules that were broken, by input; empty when none concerns an input
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ApiError(
    @JsonIgnore int status, String type, String code, String message, List<FieldError> fields) {

  public ApiError {
    fields = List.copyOf(fields);
  }

  public record FieldError(String field, String code, String message) {}
}
