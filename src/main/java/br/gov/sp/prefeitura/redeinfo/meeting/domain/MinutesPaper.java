package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.Minutes.Version;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.shared.documents.PdfDocuments;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Prints published minutes: what anybody reads, as PDF/A. */
@Component
class MinutesPaper {

  private static final Locale LANGUAGE = Locale.forLanguageTag("pt-BR");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private final PdfDocuments documents;
  private final MeetingKinds kinds;
  private final Bodies bodies;

  MinutesPaper(PdfDocuments documents, MeetingKinds kinds, Bodies bodies) {
    this.documents = documents;
    this.kinds = kinds;
    this.bodies = bodies;
  }

  byte[] print(Meeting meeting, Version version) {
    PublicMinutes published = PublicMinutes.of(version.content());
    return documents.render(
        "minutes",
        LANGUAGE,
        Map.of(
            "title",
            meeting.title(),
            "kind",
            kinds.get(meeting.kind()).name(LANGUAGE),
            "when",
            when(version.content().beganAt(), version.content().endedAt()),
            "minutes",
            published,
            "items",
            published.items().stream().map(Shown::of).toList(),
            "other",
            paragraphs(published.other()),
            "bodies",
            names(published),
            "authorities",
            published.authorities().stream().map(MinutesPaper::guest).toList(),
            "followUps",
            lines(published),
            "approvedOn",
            SaoPaulo.DAY.format(version.decidedAt().atZone(SaoPaulo.ZONE))));
  }

  private static String guest(MinutesContent.Guest guest) {
    return Stream.of(guest.name(), guest.role(), guest.organisation())
        .filter(Objects::nonNull)
        .collect(Collectors.joining(", "));
  }

  private static String when(LocalDateTime began, LocalDateTime ended) {
    return SaoPaulo.DAY.format(began) + ", " + TIME.format(began) + "–" + TIME.format(ended);
  }

  /** E.g. "CGM 3, SVMA 2". */
  private String names(PublicMinutes published) {
    Map<Long, Body> known =
        bodies.byId(
            published.attendance().bodies().stream().map(MinutesContent.OfBody::bodyId).toList());
    return published.attendance().bodies().stream()
        .map(one -> known.get(one.bodyId()).acronym() + " " + one.present())
        .collect(Collectors.joining(", "));
  }

  private List<ShownLine> lines(PublicMinutes published) {
    Map<Long, Body> known =
        bodies.byId(published.followUps().stream().map(PublicMinutes.Line::bodyId).toList());
    return published.followUps().stream()
        .map(
            line ->
                new ShownLine(line.text(), known.get(line.bodyId()).acronym(), day(line.dueOn())))
        .toList();
  }

  private static String day(LocalDate day) {
    return SaoPaulo.DAY.format(day);
  }

  private static List<String> paragraphs(String text) {
    return text == null
        ? List.of()
        : Arrays.stream(text.split("\\n+")).filter(one -> !one.isBlank()).toList();
  }

  /** An item in paragraphs. */
  public record Shown(String title, List<String> discussion, List<String> decision) {

    static Shown of(MinutesContent.Item item) {
      return new Shown(item.title(), paragraphs(item.discussion()), paragraphs(item.decision()));
    }
  }

  /** What is to be done, in words. */
  public record ShownLine(String text, String body, String due) {}
}
