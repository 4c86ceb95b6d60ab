package br.gov.sp.prefeitura.redeinfo.meeting.web;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.Minutes.Draft;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MinutesDraft;
import java.util.ArrayList;
import java.util.List;

/** Minutes as they are typed; spare rows at the end take what is added. */
public class MinutesForm {

  static final int MOST_ROWS = 45;
  private static final int SPARE_LINES = 2;

  private int revision;
  private String place;
  private String beganAt;
  private String endedAt;
  private String coordinator;
  private String secretary;
  private String justifications;
  private String other;
  private List<ItemForm> items = new ArrayList<>();
  private List<LineForm> followUps = new ArrayList<>();

  static MinutesForm of(Draft draft) {
    MinutesDraft typed = draft.typed();
    MinutesForm form = new MinutesForm();
    form.revision = draft.revision();
    form.place = typed.place();
    form.beganAt = typed.beganAt();
    form.endedAt = typed.endedAt();
    form.coordinator = typed.coordinator();
    form.secretary = typed.secretary();
    form.justifications = typed.justifications();
    form.other = typed.other();
    typed.items().forEach(item -> form.items.add(ItemForm.of(item)));
    typed.followUps().forEach(line -> form.followUps.add(LineForm.of(line)));
    return form.withSpareRows();
  }

  /** With empty rows at the end of both lists. */
  MinutesForm withSpareRows() {
    if (items.isEmpty() || !items.get(items.size() - 1).isEmpty()) {
      items.add(new ItemForm());
    }
    while (followUps.size() < SPARE_LINES
        || !followUps.get(followUps.size() - SPARE_LINES).isEmpty()) {
      followUps.add(new LineForm());
    }
    return this;
  }

  MinutesDraft typed() {
    return new MinutesDraft(
        place,
        beganAt,
        endedAt,
        coordinator,
        secretary,
        justifications,
        other,
        items.stream().map(ItemForm::typed).toList(),
        followUps.stream().map(LineForm::typed).toList());
  }

  /** One item of the minutes. */
  public static class ItemForm {

    private String agendaItemId;
    private String title;
    private String discussion;
    private String decision;

    static ItemForm of(MinutesDraft.Item item) {
      ItemForm form = new ItemForm();
      form.agendaItemId = item.agendaItemId();
      form.title = item.title();
      form.discussion = item.discussion();
      form.decision = item.decision();
      return form;
    }

    private MinutesDraft.Item typed() {
      return new MinutesDraft.Item(agendaItemId, title, discussion, decision);
    }

    private boolean isEmpty() {
      return typed().isEmpty();
    }

    public String getAgendaItemId() {
      return agendaItemId;
    }

    public void setAgendaItemId(String agendaItemId) {
      this.agendaItemId = agendaItemId;
    }

    public String getTitle() {
      return title;
    }

    public void setTitle(String title) {
      this.title = title;
    }

    public String getDiscussion() {
      return discussion;
    }

    public void setDiscussion(String discussion) {
      this.discussion = discussion;
    }

    public String getDecision() {
      return decision;
    }

    public void setDecision(String decision) {
      this.decision = decision;
    }
  }

  /** What is to be done. */
  public static class LineForm {

    private String text;
    private String body;
    private String owner;
    private String dueOn;
    private String initiative;

    static LineForm of(MinutesDraft.Line line) {
      LineForm form = new LineForm();
      form.text = line.text();
      form.body = line.body();
      form.owner = line.owner();
      form.dueOn = line.dueOn();
      form.initiative = line.initiative();
      return form;
    }

    private MinutesDraft.Line typed() {
      return new MinutesDraft.Line(text, body, owner, dueOn, initiative);
    }

    private boolean isEmpty() {
      return typed().isEmpty();
    }

    public String getText() {
      return text;
    }

    public void setText(String text) {
      this.text = text;
    }

    public String getBody() {
      return body;
    }

    public void setBody(String body) {
      this.body = body;
    }

    public String getOwner() {
      return owner;
    }

    public void setOwner(String owner) {
      this.owner = owner;
    }

    public String getDueOn() {
      return dueOn;
    }

    public void setDueOn(String dueOn) {
      this.dueOn = dueOn;
    }

    public String getInitiative() {
      return initiative;
    }

    public void setInitiative(String initiative) {
      this.initiative = initiative;
    }
  }

  public int getRevision() {
    return revision;
  }

  public void setRevision(int revision) {
    this.revision = revision;
  }

  public String getPlace() {
    return place;
  }

  public void setPlace(String place) {
    this.place = place;
  }

  public String getBeganAt() {
    return beganAt;
  }

  public void setBeganAt(String beganAt) {
    this.beganAt = beganAt;
  }

  public String getEndedAt() {
    return endedAt;
  }

  public void setEndedAt(String endedAt) {
    this.endedAt = endedAt;
  }

  public String getCoordinator() {
    return coordinator;
  }

  public void setCoordinator(String coordinator) {
    this.coordinator = coordinator;
  }

  public String getSecretary() {
    return secretary;
  }

  public void setSecretary(String secretary) {
    this.secretary = secretary;
  }

  public String getJustifications() {
    return justifications;
  }

  public void setJustifications(String justifications) {
    this.justifications = justifications;
  }

  public String getOther() {
    return other;
  }

  public void setOther(String other) {
    this.other = other;
  }

  public List<ItemForm> getItems() {
    return items;
  }

  public void setItems(List<ItemForm> items) {
    this.items = items;
  }

  public List<LineForm> getFollowUps() {
    return followUps;
  }

  public void setFollowUps(List<LineForm> followUps) {
    this.followUps = followUps;
  }
}
