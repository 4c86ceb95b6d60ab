package br.gov.sp.prefeitura.redeinfo.meeting.web;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingDesk.NewTime;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingPlan;
import java.time.LocalDateTime;
import org.springframework.format.annotation.DateTimeFormat;

/** What is typed to plan a meeting, to change it, to postpone it or to call it off. */
class MeetingForm {

  /** As browsers send {@code datetime-local}. */
  private static final String MOMENT = "yyyy-MM-dd'T'HH:mm";

  private static final String WITH_SECONDS = "yyyy-MM-dd'T'HH:mm:ss";

  private String kind;
  private String title;
  private String purpose;

  @DateTimeFormat(pattern = MOMENT, fallbackPatterns = WITH_SECONDS)
  private LocalDateTime startsAt;

  @DateTimeFormat(pattern = MOMENT, fallbackPatterns = WITH_SECONDS)
  private LocalDateTime endsAt;

  private String place;
  private String link;
  private String hosts;
  private Long sharedEventId;
  private String reason;

  static MeetingForm of(MeetingPlan plan) {
    MeetingForm form = new MeetingForm();
    form.kind = plan.kind();
    form.title = plan.title();
    form.purpose = plan.purpose();
    form.startsAt = plan.startsAt();
    form.endsAt = plan.endsAt();
    form.place = plan.place();
    form.link = plan.link();
    form.hosts = plan.hosts();
    form.sharedEventId = plan.sharedEventId();
    return form;
  }

  MeetingPlan plan() {
    return new MeetingPlan(
        kind, title, purpose, startsAt, endsAt, place, link, hosts, sharedEventId);
  }

  NewTime newTime() {
    return new NewTime(startsAt, endsAt, place, link, reason);
  }

  public String getKind() {
    return kind;
  }

  public void setKind(String kind) {
    this.kind = kind;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public String getPurpose() {
    return purpose;
  }

  public void setPurpose(String purpose) {
    this.purpose = purpose;
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

  public String getHosts() {
    return hosts;
  }

  public void setHosts(String hosts) {
    this.hosts = hosts;
  }

  public Long getSharedEventId() {
    return sharedEventId;
  }

  public void setSharedEventId(Long sharedEventId) {
    this.sharedEventId = sharedEventId;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
