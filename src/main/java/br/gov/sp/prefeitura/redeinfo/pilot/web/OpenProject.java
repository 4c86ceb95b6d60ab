package br.gov.sp.prefeitura.redeinfo.pilot.web;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Pilot;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotExports.ExportedPilot;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A project as open data: the columns of {@code /projects.csv} and the members of {@code
 * /projects.json}, and nothing else. What each means says the data dictionary ({@code
 * /projects/dictionary}); nothing in it is about a person.
 */
final class OpenProject {

  private OpenProject() {}

  /** The fields' values, in their order; {@code null} for none. */
  static List<Object> values(Field[] fields, ExportedPilot exported, Map<Long, Body> bodies) {
    Source source = new Source(exported, bodies);
    return Arrays.stream(fields).map(field -> field.of.apply(source)).toList();
  }

  /** What anybody may have. */
  static Field[] published() {
    return Arrays.stream(Field.values()).filter(field -> !field.inside).toArray(Field[]::new);
  }

  private static String day(Instant moment) {
    return moment == null ? null : moment.atZone(SaoPaulo.ZONE).toLocalDate().toString();
  }

  private static String code(Enum<?> constant) {
    return constant == null ? null : constant.name();
  }

  /** A column: its name is the same in every language, so that programs can rely on it. */
  enum Field {
    ID("id", "integer", source -> source.pilot().id()),
    TITLE("title", "text", source -> source.pilot().title()),
    STATE("state", "code", source -> source.pilot().state().name()),
    STATE_SINCE("state_since", "date", source -> day(source.pilot().stateSince())),
    BODY("body", "text", source -> source.body().acronym()),
    BODY_NAME("body_name", "text", source -> source.body().name()),
    PARTNERS("partners", "list", Source::partners),
    THEMES(
        "themes",
        "list",
        source -> source.pilot().themes().stream().map(Enum::name).sorted().toList()),
    TERRITORY("territory", "code", source -> source.pilot().territory()),
    APPROVED_ON("approved_on", "date", source -> day(source.pilot().publishedAt())),
    PERCENT("percent", "integer", source -> source.pilot().percent()),
    NEXT_REPORT_ON("next_report_on", "date", source -> day(source.pilot().nextReportAt())),
    REPORT_OVERDUE_SINCE(
        "report_overdue_since", "date", source -> day(source.pilot().staleSince())),
    COMPLETION("completion", "code", source -> code(source.pilot().completion())),
    EARLY_RESULTS("early_results", "code", source -> code(source.pilot().earlyResults())),
    EVALUATED_ON("evaluated_on", "date", source -> day(source.exported.evaluatedAt())),
    ENDED_ON("ended_on", "date", source -> day(source.pilot().endedAt())),
    BEGUN_ON(true, "begun_on", "date", source -> day(source.pilot().createdAt())),
    SUBMISSIONS(true, "submissions", "integer", source -> source.pilot().submission()),
    RISK(true, "risk", "code", source -> code(source.pilot().risk())),
    HELP_WANTED(true, "help_wanted", "boolean", source -> source.pilot().helpWanted());

    private final boolean inside;
    private final String column;
    private final String type;
    private final Function<Source, Object> of;

    Field(String column, String type, Function<Source, Object> of) {
      this(false, column, type, of);
    }

    /** Inside: for those who see more of a project than what is published, else empty. */
    Field(boolean inside, String column, String type, Function<Source, Object> of) {
      this.inside = inside;
      this.column = column;
      this.type = type;
      this.of = source -> inside && !source.exported.card().inside() ? null : of.apply(source);
    }

    public String column() {
      return column;
    }

    /** {@code integer}, {@code text}, {@code date} (ISO 8601), {@code code}, {@code list} … */
    public String type() {
      return type;
    }

    /** Its meaning in the bundle. */
    public String messageKey() {
      return "pilot.data." + column;
    }
  }

  private record Source(ExportedPilot exported, Map<Long, Body> bodies) {

    Pilot pilot() {
      return exported.card().pilot();
    }

    Body body() {
      return bodies.get(pilot().bodyId());
    }

    List<String> partners() {
      return Stream.of(
              exported.partnerIds().stream()
                  .map(bodies::get)
                  .filter(Objects::nonNull)
                  .map(Body::acronym)
                  .toList(),
              exported.guests())
          .flatMap(Collection::stream)
          .toList();
    }
  }
}
