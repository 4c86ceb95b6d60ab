package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import java.util.List;

/**
 * Minutes as somebody typed them: nothing is judged before they are circulated.
 *
 * @param beganAt day and time as the browser sends them, like {@code endedAt}
 * @param justifications of those who were not there; read inside the network only
 */
public record MinutesDraft(
    String place,
    String beganAt,
    String endedAt,
    String coordinator,
    String secretary,
    String justifications,
    String other,
    List<Item> items,
    List<Line> followUps) {

  public MinutesDraft {
    items = items == null ? List.of() : List.copyOf(items);
    followUps = followUps == null ? List.of() : List.copyOf(followUps);
  }

  /**
   * @param agendaItemId the item of the agenda it is about; empty if it came up by itself
   */
  public record Item(String agendaItemId, String title, String discussion, String decision) {

    public boolean isEmpty() {
      return blank(agendaItemId) && blank(title) && blank(discussion) && blank(decision);
    }
  }

  /**
   * @param body slug of the body
   * @param owner institutional e-mail of who answers for it; empty for the office
   * @param initiative its id, or empty
   */
  public record Line(String text, String body, String owner, String dueOn, String initiative) {

    public boolean isEmpty() {
      return blank(text) && blank(body) && blank(owner) && blank(dueOn) && blank(initiative);
    }
  }

  /** Without the rows in which nothing was typed. */
  MinutesDraft withoutEmptyRows() {
    return new MinutesDraft(
        place,
        beganAt,
        endedAt,
        coordinator,
        secretary,
        justifications,
        other,
        items.stream().filter(item -> !item.isEmpty()).toList(),
        followUps.stream().filter(line -> !line.isEmpty()).toList());
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }
}
