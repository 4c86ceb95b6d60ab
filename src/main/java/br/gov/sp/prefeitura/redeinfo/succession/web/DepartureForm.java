package br.gov.sp.prefeitura.redeinfo.succession.web;

import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.text.Typed;
import br.gov.sp.prefeitura.redeinfo.succession.domain.Departure;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.util.MultiValueMap;

/** What is typed to state that somebody leaves. */
class DepartureForm {

  /** Before the key of a held thing: who is to get it. */
  static final String HEIR = "heir.";

  private Set<Long> appointments = new HashSet<>();
  private EndReason reason;
  private Long toBodyId;
  private String act;
  private boolean atOnce;

  @DateTimeFormat(pattern = "uuuu-MM-dd'T'HH:mm", fallbackPatterns = "uuuu-MM-dd'T'HH:mm:ss")
  private LocalDateTime leavesAt;

  /** Only where things stand that were chosen for: a problem with the plan is shown there. */
  private String plan;

  Departure of(long personId, MultiValueMap<String, String> typed) {
    return new Departure(
        personId,
        appointments == null ? Set.of() : appointments,
        reason,
        toBodyId,
        Typed.line(act),
        atOnce,
        leavesAt,
        choices(typed));
  }

  /**
   * Persons by the keys of things; what was left empty is not among them.
   *
   * @throws Refusal (invalid) at {@code plan} for what is no number
   */
  static Map<String, Long> choices(MultiValueMap<String, String> typed) {
    Map<String, Long> choices = new HashMap<>();
    typed
        .toSingleValueMap()
        .forEach(
            (name, value) -> {
              if (name.startsWith(HEIR) && value != null && !value.isBlank()) {
                choices.put(name.substring(HEIR.length()), number(value));
              }
            });
    return choices;
  }

  private static Long number(String value) {
    try {
      return Long.valueOf(value.strip());
    } catch (NumberFormatException e) {
      throw Refusal.invalidField("plan", "succession.heir-unknown");
    }
  }

  public Set<Long> getAppointments() {
    return appointments;
  }

  public void setAppointments(Set<Long> appointments) {
    this.appointments = appointments;
  }

  public EndReason getReason() {
    return reason;
  }

  public void setReason(EndReason reason) {
    this.reason = reason;
  }

  public Long getToBodyId() {
    return toBodyId;
  }

  public void setToBodyId(Long toBodyId) {
    this.toBodyId = toBodyId;
  }

  public String getAct() {
    return act;
  }

  public void setAct(String act) {
    this.act = act;
  }

  public boolean isAtOnce() {
    return atOnce;
  }

  public void setAtOnce(boolean atOnce) {
    this.atOnce = atOnce;
  }

  public LocalDateTime getLeavesAt() {
    return leavesAt;
  }

  public void setLeavesAt(LocalDateTime leavesAt) {
    this.leavesAt = leavesAt;
  }

  public String getPlan() {
    return plan;
  }
}
