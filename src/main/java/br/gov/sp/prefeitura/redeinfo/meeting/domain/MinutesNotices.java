package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Minutes.Version;
import br.gov.sp.prefeitura.redeinfo.notification.Notices;
import br.gov.sp.prefeitura.redeinfo.notification.Notices.Notice;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who hears of what happens to minutes; all join the caller's transaction. */
@Component
class MinutesNotices {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd/MM/yyyy, HH:mm").withZone(SaoPaulo.ZONE);

  private final Notices notices;

  MinutesNotices(Notices notices) {
    this.notices = notices;
  }

  /** Those invited may remark on them. */
  void circulated(Meeting meeting, Version version, Collection<Long> people) {
    Map<String, String> parameters = new HashMap<>(of(meeting));
    parameters.put("until", MOMENT.format(version.remarksUntil()));
    notices.send(
        new Notice(
            key(meeting, "circulated:" + version.number()),
            "minutes-circulated",
            parameters,
            inside(meeting),
            people,
            List.of(Groups.COORDINATION)));
  }

  void remarked(Meeting meeting, long remarkId) {
    notices.send(
        Notice.toGroups(
            key(meeting, "remark:" + remarkId),
            "minutes-remark",
            of(meeting),
            inside(meeting),
            List.of(Groups.COORDINATION)));
  }

  void published(Meeting meeting, Collection<Long> people) {
    notices.send(
        new Notice(
            key(meeting, "published"),
            "minutes-published",
            of(meeting),
            "/minutes/" + meeting.id(),
            people,
            List.of(Groups.COORDINATION)));
  }

  private static Map<String, String> of(Meeting meeting) {
    return Map.of("title", meeting.title(), "day", day(meeting.startsAt()));
  }

  private static String day(Instant moment) {
    return SaoPaulo.DAY.format(LocalDate.ofInstant(moment, SaoPaulo.ZONE));
  }

  private static String key(Meeting meeting, String event) {
    return "minutes:" + meeting.id() + ":" + event;
  }

  private static String inside(Meeting meeting) {
    return "/meetings/" + meeting.id() + "/minutes";
  }
}
