package br.gov.sp.prefeitura.redeinfo.intake.domain;

import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Bodies.BodyDetails;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.BodyKind;
import br.gov.sp.prefeitura.redeinfo.network.BodyRules;
import br.gov.sp.prefeitura.redeinfo.network.IdentifierKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Lists of bodies; a body is known by its acronym. What a line leaves out stays as it is. */
@Component
class BodyPlanner implements ListPlanner {

  private static final Map<String, Column> COLUMNS =
      Map.of(
          "acronym", Column.ACRONYM,
          "name", Column.BODY_NAME,
          "kind", Column.KIND,
          "from", Column.FROM,
          "to", Column.TO,
          "mailDomains", Column.MAIL_DOMAINS,
          "identifierKind", Column.IDENTIFIER_KIND,
          "successor", Column.SUCCESSOR);

  private final Bodies bodies;
  private final Vocabulary vocabulary;

  BodyPlanner(Bodies bodies, Vocabulary vocabulary) {
    this.bodies = bodies;
    this.vocabulary = vocabulary;
  }

  @Override
  public ListKind kind() {
    return ListKind.BODIES;
  }

  @Override
  public ImportPlan plan(UploadedList list) {
    KnownBodies known = new KnownBodies(bodies);
    List<LineDraft> lines = list.lines().stream().map(line -> new LineDraft(list, line)).toList();
    ListPlanner.refuseRepeated(
        lines, Column.ACRONYM, line -> slugOf(known, line.text(Column.ACRONYM)));
    Set<String> listed =
        lines.stream()
            .map(line -> slugOf(known, line.text(Column.ACRONYM)))
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    Words words = new Words(vocabulary);
    List<BodyDetails> saved = new ArrayList<>();
    for (LineDraft line : lines) {
      Body body = known.find(line.text(Column.ACRONYM));
      BodyDetails details = details(line, body, known, listed, words);
      line.problems(BodyRules.check(details), COLUMNS);
      note(line, body, details, known);
      if (line.isSound() && line.planned().verdict() != PlannedLine.Verdict.UNCHANGED) {
        saved.add(details);
      }
    }
    return new ImportPlan(
        lines.stream().map(LineDraft::planned).toList(), () -> bodies.saveAll(saved));
  }

  private static BodyDetails details(
      LineDraft line, Body body, KnownBodies known, Set<String> listed, Words words) {
    String acronym = line.text(Column.ACRONYM);
    LocalDate from = line.day(Column.FROM);
    LocalDate to = line.day(Column.TO);
    String successor = slugOf(known, line.text(Column.SUCCESSOR));
    if (successor != null && known.bySlug(successor) == null && !listed.contains(successor)) {
      line.problem(Column.SUCCESSOR, "intake.no-such-body");
    }
    if (body != null && from != null && !from.equals(body.validFrom())) {
      line.problem(Column.FROM, "intake.first-day-stays", body.validFrom());
    }
    line.title(acronym, line.text(Column.BODY_NAME));
    return new BodyDetails(
        acronym == null ? "" : slugOf(known, acronym),
        acronym,
        line.text(Column.BODY_NAME),
        line.word(Column.KIND, words.kinds),
        from,
        to == null && body != null ? body.validTo() : to,
        domains(line.text(Column.MAIL_DOMAINS)),
        line.word(Column.IDENTIFIER_KIND, words.identifiers),
        successor == null ? successorOf(body, known) : successor);
  }

  private static void note(LineDraft line, Body body, BodyDetails details, KnownBodies known) {
    if (body == null) {
      line.isNew();
    }
    line.change(Column.ACRONYM, body == null ? null : body.acronym(), details.acronym());
    line.change(Column.BODY_NAME, body == null ? null : body.name(), details.name());
    line.change(Column.KIND, body == null ? null : body.kind(), details.kind());
    line.change(
        Column.MAIL_DOMAINS,
        body == null ? null : String.join(" ", body.mailDomains()),
        String.join(" ", details.mailDomains()));
    line.change(
        Column.IDENTIFIER_KIND,
        body == null ? null : body.identifierKind(),
        details.identifierKind());
    line.change(Column.FROM, body == null ? null : body.validFrom(), details.from());
    line.change(Column.TO, body == null ? null : body.validTo(), details.to());
    line.change(Column.SUCCESSOR, successorOf(body, known), details.successor());
  }

  private static String successorOf(Body body, KnownBodies known) {
    Body successor = body == null ? null : known.byId(body.successorId());
    return successor == null ? null : successor.slug();
  }

  /** Of a known body its own, of another one what it would get; {@code null} for {@code null}. */
  private static String slugOf(KnownBodies known, String acronym) {
    Body body = known.find(acronym);
    return body != null ? body.slug() : acronym == null ? null : BodyRules.slugOf(acronym);
  }

  private static List<String> domains(String text) {
    return text == null
        ? List.of()
        : Arrays.stream(text.toLowerCase(Locale.ROOT).split("[\\s,;]+"))
            .map(domain -> domain.startsWith("@") ? domain.substring(1) : domain)
            .filter(domain -> !domain.isEmpty())
            .distinct()
            .toList();
  }

  private static final class Words {

    private final Map<String, BodyKind> kinds;
    private final Map<String, IdentifierKind> identifiers;

    Words(Vocabulary vocabulary) {
      kinds = vocabulary.words(BodyKind.class, Column.KIND.wordPrefix());
      identifiers = vocabulary.words(IdentifierKind.class, Column.IDENTIFIER_KIND.wordPrefix());
    }
  }
}
