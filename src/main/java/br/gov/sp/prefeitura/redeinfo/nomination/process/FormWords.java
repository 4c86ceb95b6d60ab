package br.gov.sp.prefeitura.redeinfo.nomination.process;

import br.gov.sp.prefeitura.redeinfo.network.IdentifierKind;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.Approver;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.Decision;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.Finding;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominatedSeat;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationDetails;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.SeatKey;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says facts of a nomination in the words of the forms, which are written in pt-BR. */
@Component
class FormWords {

  private static final Locale LANGUAGE = Locale.forLanguageTag("pt-BR");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd/MM/yyyy, HH:mm").withZone(SaoPaulo.ZONE);

  private final MessageSource messages;

  FormWords(MessageSource messages) {
    this.messages = messages;
  }

  String moment(Instant instant) {
    return MOMENT.format(instant);
  }

  String name(SeatKey key) {
    return text(key.messageKey());
  }

  String identifierHint(IdentifierKind kind) {
    return text("nomination.identifier." + kind);
  }

  String inPlaceOf(Approver approver) {
    return text("nomination.in-place." + approver);
  }

  /** Who approved, in one sentence; empty before that. */
  String approvedBy(NominationDetails details) {
    return details.history().stream()
        .filter(decision -> decision.outcome() == Decision.Outcome.APPROVED)
        .reduce((first, second) -> second)
        .map(
            decision ->
                text(
                    decision.inPlaceOfHead()
                        ? "nomination.approved-by.in-place"
                        : "nomination.approved-by.head",
                    details.nameOf(decision.decidedBy()),
                    moment(decision.decidedAt())))
        .orElse("");
  }

  Map<String, Object> seat(NominatedSeat seat) {
    Map<String, Object> row = new HashMap<>();
    row.put("seat", name(seat.key()));
    row.put("name", seat.nominee().name());
    row.put("identifier", seat.nominee().identifier());
    row.put("bond", text("nomination.bond." + seat.nominee().bond()));
    row.put("unit", seat.nominee().unit());
    row.put("justification", seat.nominee().justification());
    row.put("answer", text("nomination.answer." + seat.answer()));
    return row;
  }

  /** What was decided before and why, newest first; steps without a word to say are left out. */
  List<Map<String, Object>> history(NominationDetails details) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Decision decision : details.history()) {
      if (says(decision)) {
        rows.add(
            Map.of(
                "at", moment(decision.decidedAt()),
                "who", who(details, decision),
                "what", what(decision),
                "reason", Objects.toString(decision.reason(), "")));
      }
    }
    Collections.reverse(rows);
    return rows;
  }

  private static boolean says(Decision decision) {
    return switch (decision.outcome()) {
      case BLOCKED, DECLINED, NO_ANSWER, RETURNED, REQUESTED -> true;
      default -> decision.reason() != null;
    };
  }

  private String who(NominationDetails details, Decision decision) {
    if (decision.decidedBy() == null) {
      return text("nomination.step." + decision.step());
    }
    String name = details.nameOf(decision.decidedBy());
    return decision.inPlaceOfHead() ? text("nomination.in-place.who", name) : name;
  }

  private String what(Decision decision) {
    String outcome = text("nomination.outcome." + decision.outcome());
    return decision.seats().isEmpty()
        ? outcome
        : outcome
            + ": "
            + decision.seats().stream().map(this::name).collect(Collectors.joining("; "));
  }

  List<Map<String, Object>> findings(NominationDetails details) {
    return details.findings().stream()
        .map(
            finding ->
                Map.<String, Object>of(
                    "severity", text("nomination.severity." + finding.severity()),
                    "about", about(finding),
                    "text", text("nomination.finding." + finding.reasonCode())))
        .toList();
  }

  private String about(Finding finding) {
    if (finding.seat() != null) {
      return name(new SeatKey(finding.track(), finding.seat()));
    }
    return Stream.ofNullable(finding.track())
        .map(track -> text("nomination.track." + track))
        .findFirst()
        .orElseGet(() -> text("nomination.set"));
  }

  private String text(String key, Object... args) {
    return messages.getMessage(key, args, LANGUAGE);
  }
}
