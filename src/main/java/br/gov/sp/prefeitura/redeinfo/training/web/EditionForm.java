package br.gov.sp.prefeitura.redeinfo.training.web;

import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.training.EditionAudience;
import br.gov.sp.prefeitura.redeinfo.training.EditionKind;
import br.gov.sp.prefeitura.redeinfo.training.EditionPlan;
import br.gov.sp.prefeitura.redeinfo.training.ReleasePolicy;
import br.gov.sp.prefeitura.redeinfo.training.domain.Edition;
import br.gov.sp.prefeitura.redeinfo.training.domain.Session;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.format.annotation.DateTimeFormat;

/** What the coordination types to plan an edition. */
class EditionForm {

  private Track track;
  private EditionKind kind;
  private String title;
  private String content;
  private String requirements;
  private String trainers;
  private String keepers;
  private EditionAudience audience;
  private Integer capacity;
  private Integer placesPerBody;

  @DateTimeFormat(pattern = Moments.FORM, fallbackPatterns = Moments.WITH_SECONDS)
  private LocalDateTime enrolmentFrom;

  @DateTimeFormat(pattern = Moments.FORM, fallbackPatterns = Moments.WITH_SECONDS)
  private LocalDateTime enrolmentUntil;

  private boolean releaseRequired;
  private ReleasePolicy releasePolicy = ReleasePolicy.ESCALATE;
  private Integer releaseDays = 5;
  private Integer minimumAttendance;
  private String activity;

  @DateTimeFormat(pattern = Moments.FORM, fallbackPatterns = Moments.WITH_SECONDS)
  private LocalDateTime activityUntil;

  private boolean headToldOfAbsences;
  private boolean schoolValidates;
  private boolean certificate;
  private int version;
  private List<SessionForm> sessions = new ArrayList<>();

  /** A draft as it stands. */
  static EditionForm of(Edition edition, List<Person> trainers, List<Session> sessions) {
    EditionForm form = new EditionForm();
    form.track = edition.track();
    form.kind = edition.kind();
    form.title = edition.title();
    form.content = edition.content();
    form.requirements = edition.requirements();
    form.trainers = edition.trainers();
    form.keepers = trainers.stream().map(Person::email).collect(Collectors.joining("\n"));
    form.audience = edition.audience();
    form.capacity = edition.capacity();
    form.placesPerBody = edition.placesPerBody();
    form.enrolmentFrom = Moments.local(edition.enrolmentFrom());
    form.enrolmentUntil = Moments.local(edition.enrolmentUntil());
    form.releaseRequired = edition.releaseRequired();
    form.releasePolicy = edition.releasePolicy();
    form.releaseDays = edition.releaseDays();
    form.minimumAttendance = edition.minimumAttendance();
    form.activity = edition.activity();
    form.activityUntil = Moments.local(edition.activityUntil());
    form.headToldOfAbsences = edition.headToldOfAbsences();
    form.schoolValidates = edition.schoolValidates();
    form.certificate = edition.certificate();
    form.version = edition.version();
    sessions.forEach(session -> form.sessions.add(SessionForm.of(session)));
    return form;
  }

  /** What was typed. */
  EditionPlan plan() {
    return new EditionPlan(
        track,
        kind,
        title,
        content,
        requirements,
        trainers,
        lines(keepers),
        audience,
        capacity,
        placesPerBody,
        enrolmentFrom,
        enrolmentUntil,
        releaseRequired,
        releasePolicy,
        releaseDays,
        minimumAttendance,
        activity,
        activityUntil,
        headToldOfAbsences,
        schoolValidates,
        certificate,
        sessions.stream().map(SessionForm::plan).toList());
  }

  /** Rows nobody wrote anything into are no sessions. */
  void dropBlankSessions() {
    sessions.removeIf(SessionForm::isBlank);
  }

  static List<String> lines(String text) {
    return text == null ? List.of() : text.lines().filter(line -> !line.isBlank()).toList();
  }

  public Track getTrack() {
    return track;
  }

  public void setTrack(Track track) {
    this.track = track;
  }

  public EditionKind getKind() {
    return kind;
  }

  public void setKind(EditionKind kind) {
    this.kind = kind;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public String getContent() {
    return content;
  }

  public void setContent(String content) {
    this.content = content;
  }

  public String getRequirements() {
    return requirements;
  }

  public void setRequirements(String requirements) {
    this.requirements = requirements;
  }

  public String getTrainers() {
    return trainers;
  }

  public void setTrainers(String trainers) {
    this.trainers = trainers;
  }

  public String getKeepers() {
    return keepers;
  }

  public void setKeepers(String keepers) {
    this.keepers = keepers;
  }

  public EditionAudience getAudience() {
    return audience;
  }

  public void setAudience(EditionAudience audience) {
    this.audience = audience;
  }

  public Integer getCapacity() {
    return capacity;
  }

  public void setCapacity(Integer capacity) {
    this.capacity = capacity;
  }

  public Integer getPlacesPerBody() {
    return placesPerBody;
  }

  public void setPlacesPerBody(Integer placesPerBody) {
    this.placesPerBody = placesPerBody;
  }

  public LocalDateTime getEnrolmentFrom() {
    return enrolmentFrom;
  }

  public void setEnrolmentFrom(LocalDateTime enrolmentFrom) {
    this.enrolmentFrom = enrolmentFrom;
  }

  public LocalDateTime getEnrolmentUntil() {
    return enrolmentUntil;
  }

  public void setEnrolmentUntil(LocalDateTime enrolmentUntil) {
    this.enrolmentUntil = enrolmentUntil;
  }

  public boolean isReleaseRequired() {
    return releaseRequired;
  }

  public void setReleaseRequired(boolean releaseRequired) {
    this.releaseRequired = releaseRequired;
  }

  public ReleasePolicy getReleasePolicy() {
    return releasePolicy;
  }

  public void setReleasePolicy(ReleasePolicy releasePolicy) {
    this.releasePolicy = releasePolicy;
  }

  public Integer getReleaseDays() {
    return releaseDays;
  }

  public void setReleaseDays(Integer releaseDays) {
    this.releaseDays = releaseDays;
  }

  public Integer getMinimumAttendance() {
    return minimumAttendance;
  }

  public void setMinimumAttendance(Integer minimumAttendance) {
    this.minimumAttendance = minimumAttendance;
  }

  public String getActivity() {
    return activity;
  }

  public void setActivity(String activity) {
    this.activity = activity;
  }

  public LocalDateTime getActivityUntil() {
    return activityUntil;
  }

  public void setActivityUntil(LocalDateTime activityUntil) {
    this.activityUntil = activityUntil;
  }

  public boolean isHeadToldOfAbsences() {
    return headToldOfAbsences;
  }

  public void setHeadToldOfAbsences(boolean headToldOfAbsences) {
    this.headToldOfAbsences = headToldOfAbsences;
  }

  public boolean isSchoolValidates() {
    return schoolValidates;
  }

  public void setSchoolValidates(boolean schoolValidates) {
    this.schoolValidates = schoolValidates;
  }

  public boolean isCertificate() {
    return certificate;
  }

  public void setCertificate(boolean certificate) {
    this.certificate = certificate;
  }

  public int getVersion() {
    return version;
  }

  public void setVersion(int version) {
    this.version = version;
  }

  public List<SessionForm> getSessions() {
    return sessions;
  }

  public void setSessions(List<SessionForm> sessions) {
    this.sessions = sessions;
  }
}
