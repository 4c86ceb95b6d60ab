package br.gov.sp.prefeitura.redeinfo.training.web;

import br.gov.sp.prefeitura.redeinfo.training.EditionPlan.SessionPlan;
import br.gov.sp.prefeitura.redeinfo.training.domain.Session;
import java.time.LocalDateTime;
import java.util.stream.Stream;
import org.springframework.format.annotation.DateTimeFormat;

/** What the coordination types for one session. */
class SessionForm {

  private String title;

  @DateTimeFormat(pattern = Moments.FORM, fallbackPatterns = Moments.WITH_SECONDS)
  private LocalDateTime startsAt;

  @DateTimeFormat(pattern = Moments.FORM, fallbackPatterns = Moments.WITH_SECONDS)
  private LocalDateTime endsAt;

  private Integer minutes;
  private String place;
  private String link;
  private String material;
  private boolean mandatory;

  static SessionForm of(Session session) {
    SessionForm form = new SessionForm();
    form.title = session.title();
    form.startsAt = Moments.local(session.startsAt());
    form.endsAt = Moments.local(session.endsAt());
    form.minutes = session.minutes();
    form.place = session.place();
    form.link = session.link();
    form.material = session.material();
    form.mandatory = session.mandatory();
    return form;
  }

  SessionPlan plan() {
    return new SessionPlan(title, startsAt, endsAt, minutes, place, link, material, mandatory);
  }

  /** A row nobody wrote anything into. */
  boolean isBlank() {
    return startsAt == null
        && endsAt == null
        && minutes == null
        && Stream.of(title, place, link, material).allMatch(text -> text == null || text.isBlank());
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public LocalDateTime getStartsAt() {
    return startsAt;
  }

  public void setStartsAt(LocalDateTime startsAt) {
    this.startsAt = startsAt;
  }

  public LocalDateTime getEndsAt() {
    return endsAt;
  }

  public void setEndsAt(LocalDateTime endsAt) {
    this.endsAt = endsAt;
  }

  public Integer getMinutes() {
    return minutes;
  }

  public void setMinutes(Integer minutes) {
    this.minutes = minutes;
  }

  public String getPlace() {
    return place;
  }

  public void setPlace(String place) {
    this.place = place;
  }

  public String getLink() {
    return link;
  }

  public void setLink(String link) {
    this.link = link;
  }

  public String getMaterial() {
    return material;
  }

  public void setMaterial(String material) {
    this.material = material;
  }

  public boolean isMandatory() {
    return mandatory;
  }

  public void setMandatory(boolean mandatory) {
    this.mandatory = mandatory;
  }
}
