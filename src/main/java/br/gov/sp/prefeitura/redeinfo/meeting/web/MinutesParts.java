package br.gov.sp.prefeitura.redeinfo.meeting.web;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingTexts;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MinutesContent;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MinutesDraft;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.shared.text.TextDifference;
import br.gov.sp.prefeitura.redeinfo.shared.text.TextDifference.Piece;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Minutes as named texts, so that two of them can be compared. */
@Component
class MinutesParts {

  private final MeetingTexts texts;
  private final Bodies bodies;

  MinutesParts(MeetingTexts texts, Bodies bodies) {
    this.texts = texts;
    this.bodies = bodies;
  }

  /** What changed from one to the other, part by part; what is the same is left out. */
  List<Change> changes(Map<String, String> before, Map<String, String> after) {
    Set<String> labels = new LinkedHashSet<>(before.keySet());
    labels.addAll(after.keySet());
    List<Change> changes = new ArrayList<>();
    for (String label : labels) {
      String old = before.get(label);
      String now = after.get(label);
      if (!Objects.equals(old, now)) {
        changes.add(new Change(label, TextDifference.between(old, now)));
      }
    }
    return changes;
  }

  Map<String, String> of(MinutesDraft draft) {
    Map<String, String> parts = new LinkedHashMap<>();
    put(parts, text("minutes.field.place"), draft.place());
    put(parts, text("minutes.field.beganAt"), draft.beganAt());
    put(parts, text("minutes.field.endedAt"), draft.endedAt());
    put(parts, text("minutes.field.coordinator"), draft.coordinator());
    put(parts, text("minutes.field.secretary"), draft.secretary());
    for (int i = 0; i < draft.items().size(); i++) {
      MinutesDraft.Item item = draft.items().get(i);
      item(parts, i + 1, item.title(), item.discussion(), item.decision());
    }
    put(parts, text("minutes.field.other"), draft.other());
    for (int i = 0; i < draft.followUps().size(); i++) {
      MinutesDraft.Line line = draft.followUps().get(i);
      put(
          parts,
          text("minutes.follow-up", i + 1),
          joined(line.text(), line.body(), line.owner(), line.dueOn()));
    }
    put(parts, text("minutes.field.justifications"), draft.justifications());
    return parts;
  }

  Map<String, String> of(MinutesContent content) {
    Map<Long, Body> known =
        bodies.byId(
            content.followUps().stream().map(MinutesContent.Line::bodyId).distinct().toList());
    Map<String, String> parts = new LinkedHashMap<>();
    put(parts, text("minutes.field.place"), content.place());
    put(parts, text("minutes.field.beganAt"), content.beganAt().toString());
    put(parts, text("minutes.field.endedAt"), content.endedAt().toString());
    put(parts, text("minutes.field.coordinator"), content.coordinator());
    put(parts, text("minutes.field.secretary"), content.secretary());
    for (int i = 0; i < content.items().size(); i++) {
      MinutesContent.Item item = content.items().get(i);
      item(parts, i + 1, item.title(), item.discussion(), item.decision());
    }
    put(parts, text("minutes.field.other"), content.other());
    for (int i = 0; i < content.followUps().size(); i++) {
      MinutesContent.Line line = content.followUps().get(i);
      put(
          parts,
          text("minutes.follow-up", i + 1),
          joined(line.text(), known.get(line.bodyId()).acronym(), null, line.dueOn().toString()));
    }
    put(parts, text("minutes.field.justifications"), content.justifications());
    return parts;
  }

  private void item(
      Map<String, String> parts, int number, String title, String discussion, String decision) {
    put(parts, text("minutes.item", number), title);
    put(parts, text("minutes.item.discussion-of", number), discussion);
    put(parts, text("minutes.item.decision-of", number), decision);
  }

  private static void put(Map<String, String> parts, String label, String value) {
    if (value != null && !value.isBlank()) {
      parts.put(label, value);
    }
  }

  private static String joined(String... texts) {
    return String.join(
        " · ", Arrays.stream(texts).filter(one -> one != null && !one.isBlank()).toList());
  }

  private String text(String key, Object... args) {
    return texts.text(key, args);
  }

  /** A part that changed, piece by piece. */
  record Change(String label, List<Piece> pieces) {}
}
