package br.gov.sp.prefeitura.redeinfo.outreach.web;

import br.gov.sp.prefeitura.redeinfo.outreach.Audience;
import br.gov.sp.prefeitura.redeinfo.outreach.CampaignPlan;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.Campaign;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/** What the coordination types for a campaign. */
class CampaignForm {

  static final int MOST_WAVES = 6;
  private static final int EMPTY_ROWS = 2;

  private int version;
  private String title;
  private String subject;
  private String message;
  private Set<Audience> audiences = EnumSet.noneOf(Audience.class);
  private boolean chosenBodies;
  private List<Long> bodies = new ArrayList<>();
  private List<WaveForm> waves = new ArrayList<>();

  @DateTimeFormat(iso = ISO.DATE)
  private LocalDate closesOn;

  static CampaignForm of(Campaign campaign) {
    CampaignPlan plan = campaign.plan();
    CampaignForm form = new CampaignForm();
    form.version = campaign.version();
    form.title = plan.title();
    form.subject = plan.subject();
    form.message = plan.message();
    form.audiences = plan.audiences();
    form.chosenBodies = plan.bodyIds() != null;
    form.bodies = plan.bodyIds() == null ? List.of() : List.copyOf(plan.bodyIds());
    plan.waves().forEach(wave -> form.waves.add(WaveForm.of(wave)));
    form.closesOn = plan.closesOn();
    return form;
  }

  /** As it was typed; rows of waves that nobody wrote anything into are none. */
  CampaignPlan plan() {
    waves.removeIf(WaveForm::isBlank);
    return new CampaignPlan(
        title,
        subject,
        message,
        audiences,
        chosenBodies ? Set.copyOf(bodies) : null,
        waves.stream().map(WaveForm::plan).toList(),
        closesOn);
  }

  /** Leaves room for more waves. */
  CampaignForm withRoom() {
    int rows = Math.min(MOST_WAVES, waves.size() + EMPTY_ROWS);
    while (waves.size() < rows) {
      waves.add(new WaveForm());
    }
    return this;
  }

  public int getVersion() {
    return version;
  }

  public void setVersion(int version) {
    this.version = version;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public String getSubject() {
    return subject;
  }

  public void setSubject(String subject) {
    this.subject = subject;
  }

  public String getMessage() {
    return message;
  }

  public void setMessage(String message) {
    this.message = message;
  }

  public Set<Audience> getAudiences() {
    return audiences;
  }

  public void setAudiences(Set<Audience> audiences) {
    this.audiences = typed(audiences).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  public boolean isChosenBodies() {
    return chosenBodies;
  }

  public void setChosenBodies(boolean chosenBodies) {
    this.chosenBodies = chosenBodies;
  }

  public List<Long> getBodies() {
    return bodies;
  }

  public void setBodies(List<Long> bodies) {
    this.bodies = typed(bodies).toList();
  }

  public List<WaveForm> getWaves() {
    return waves;
  }

  public void setWaves(List<WaveForm> waves) {
    this.waves = waves;
  }

  public LocalDate getClosesOn() {
    return closesOn;
  }

  public void setClosesOn(LocalDate closesOn) {
    this.closesOn = closesOn;
  }

  /** A box with an empty value names nothing. */
  private static <T> Stream<T> typed(Collection<T> values) {
    return values == null ? Stream.empty() : values.stream().filter(Objects::nonNull);
  }
}
