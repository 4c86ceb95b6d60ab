package br.gov.sp.prefeitura.redeinfo.cover.domain;

import br.gov.sp.prefeitura.redeinfo.cover.domain.AbsenceCover.EndReason;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.notification.Notices;
import br.gov.sp.prefeitura.redeinfo.notification.Notices.Notice;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who hears of a cover, in the caller's transaction. */
@Component
class CoverNotices {

  private static final String PATH = "/cover";
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd/MM/yyyy, HH:mm").withZone(SaoPaulo.ZONE);

  private final Notices notices;

  CoverNotices(Notices notices) {
    this.notices = notices;
  }

  /** The substitute hears, and the absent person where somebody else named the substitute. */
  void named(long id, Person absent, Person substitute, Instant starts, Instant ends, boolean own) {
    Map<String, String> parameters = parameters(absent, substitute, starts, ends);
    notices.send(
        Notice.toPersons(
            "cover:" + id + ":named", "cover-named", parameters, PATH, List.of(substitute.id())));
    if (!own) {
      notices.send(
          Notice.toPersons(
              "cover:" + id + ":named-for",
              "cover-named-for",
              parameters,
              PATH,
              List.of(absent.id())));
    }
  }

  /** Both hear, but for who ended it; and who named the substitute hears of a refusal. */
  void ended(AbsenceCover cover, Person absent, Person substitute, EndReason reason, Long endedBy) {
    Stream<Long> told = Stream.of(absent.id(), substitute.id());
    if (reason == EndReason.REFUSED) {
      told = Stream.concat(told, Stream.of(cover.namedBy()));
    }
    notices.send(
        Notice.toPersons(
            "cover:" + cover.id() + ":ended",
            reason == EndReason.REFUSED ? "cover-refused" : "cover-ended",
            parameters(absent, substitute, cover.startsAt(), cover.endsAt()),
            PATH,
            told.distinct().filter(id -> !id.equals(endedBy)).toList()));
  }

  private static Map<String, String> parameters(
      Person absent, Person substitute, Instant starts, Instant ends) {
    return Map.of(
        "absent", absent.name(),
        "substitute", substitute.name(),
        "from", MOMENT.format(starts),
        "until", MOMENT.format(ends));
  }
}
