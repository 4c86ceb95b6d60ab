package br.gov.sp.prefeitura.redeinfo.pilot.process;

import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.CommentQueries;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Pilot;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotComment;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotEvent;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotEvent.Sight;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotStory;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ProposalChange;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Submissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What happened to a proposal before, for those who decide on it: what changed since the last
 * submission, comments, decisions and their reasons.
 */
@Component
class PastOnForm {

  private final Submissions submissions;
  private final CommentQueries comments;
  private final PilotStory story;
  private final Persons persons;
  private final Bodies bodies;
  private final PilotWords texts;

  PastOnForm(
      Submissions submissions,
      CommentQueries comments,
      PilotStory story,
      Persons persons,
      Bodies bodies,
      PilotWords texts) {
    this.submissions = submissions;
    this.comments = comments;
    this.story = story;
    this.persons = persons;
    this.bodies = bodies;
    this.texts = texts;
  }

  /**
   * @param inside whether the reader is one of those who decide on all proposals, and reads reasons
   *     that are for them alone
   */
  Map<String, Object> of(Pilot pilot, boolean inside) {
    List<ProposalChange> changes =
        texts.inPortuguese(() -> submissions.changes(pilot.id(), pilot.submission()));
    List<PilotComment> said = comments.of(pilot.id());
    List<PilotEvent> events =
        story.of(pilot.id()).stream()
            .filter(event -> event.kind() != PilotEvent.Kind.BEGUN)
            .collect(Collectors.toCollection(ArrayList::new));
    Collections.reverse(events);
    Map<Long, Person> people =
        persons.byId(
            Stream.concat(
                    said.stream().map(PilotComment::personId),
                    events.stream().map(PilotEvent::personId))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    Map<String, Object> data = new HashMap<>();
    put(data, "changes", "hasChanges", changes.stream().map(this::change).toList());
    put(data, "comments", "hasComments", said.stream().map(c -> comment(c, people)).toList());
    put(
        data,
        "history",
        "hasHistory",
        events.stream().map(event -> event(event, people, inside)).toList());
    return data;
  }

  private static void put(
      Map<String, Object> data, String key, String flag, List<Map<String, Object>> rows) {
    data.put(key, rows);
    data.put(flag, !rows.isEmpty());
  }

  private Map<String, Object> change(ProposalChange change) {
    return Map.of(
        "field", texts.text(change.field().messageKey()),
        "before", inOneLine(change.before()),
        "after", inOneLine(change.after()));
  }

  /** Tables of forms know no line breaks. */
  private static String inOneLine(String text) {
    return text == null ? "–" : text.replace("\n", " · ");
  }

  private Map<String, Object> comment(PilotComment comment, Map<Long, Person> people) {
    String field =
        comment.field().equals(PilotComment.GENERAL)
            ? "pilot.comment.general"
            : "pilot.field." + comment.field();
    return Map.of(
        "submission", comment.submission(),
        "field", texts.text(field),
        "text", comment.text(),
        "who", nameOf(comment.personId(), people));
  }

  private Map<String, Object> event(PilotEvent event, Map<Long, Person> people, boolean inside) {
    boolean readable = inside || event.sight() != Sight.COMMITTEE;
    return Map.of(
        "at", texts.moment(event.at()),
        "who", who(event, people),
        "what", texts.text("pilot.event." + event.kind()),
        "reason", readable ? Objects.toString(event.reason(), "") : "");
  }

  private String who(PilotEvent event, Map<Long, Person> people) {
    String name = nameOf(event.personId(), people);
    if (event.bodyId() == null) {
      return name;
    }
    Body body = bodies.get(event.bodyId());
    return name.isEmpty() ? body.acronym() : name + " (" + body.acronym() + ")";
  }

  private static String nameOf(Long personId, Map<Long, Person> people) {
    return personId == null ? "" : people.get(personId).name();
  }
}
