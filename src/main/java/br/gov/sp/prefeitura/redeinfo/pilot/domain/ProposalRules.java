package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.pilot.Theme;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Proposal.Dataset;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Proposal.Partner;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Proposal.PersonalData;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Proposal.PlannedMilestone;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import br.gov.sp.prefeitura.redeinfo.shared.text.Typed;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What a proposal must look like to be submitted: one violation at each field that breaks a rule.
 * Needs no database.
 */
final class ProposalRules {

  static final int TITLE = 160;
  static final int TEXT = 4000;
  private static final int SHORT_TEXT = 1000;
  private static final int NOTE = 300;
  private static final int NAME = 160;
  private static final int ROW_TITLE = 200;
  private static final int WORD = 60;
  private static final int ADDRESS = 500;
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;

  /** Number of a case in the city's electronic information system. */
  private static final Pattern SEI = Pattern.compile("\\d{4}\\.\\d{4}/\\d{7}-\\d");

  private final TypedProposal typed;
  private final ProposalChoices choices;
  private final List<Violation> violations = new ArrayList<>();

  private ProposalRules(TypedProposal typed, ProposalChoices choices) {
    this.typed = typed;
    this.choices = choices;
  }

  /**
   * @throws Refusal (invalid) with every field that breaks a rule
   */
  static Proposal check(TypedProposal typed, ProposalChoices choices) {
    ProposalRules rules = new ProposalRules(typed, choices);
    Proposal proposal = rules.proposal();
    if (!rules.violations.isEmpty()) {
      throw Refusal.invalid(rules.violations);
    }
    return proposal;
  }

  /** What is missing or wrong, in the order of the questions; empty if it can be submitted. */
  static List<Violation> missing(TypedProposal typed, ProposalChoices choices) {
    ProposalRules rules = new ProposalRules(typed, choices);
    rules.proposal();
    return List.copyOf(rules.violations);
  }

  private Proposal proposal() {
    String title = line("title", TITLE, true);
    Set<Theme> themes = themes();
    String problem = text("problem", TEXT, true);
    String baseline = text("baseline", TEXT, true);
    String description = text("description", TEXT, true);
    String deliverables = text("deliverables", TEXT, true);
    String targetPublic = text("targetPublic", SHORT_TEXT, true);
    String contribution = text("contribution", TEXT, true);
    String publicElement = text("publicElement", TEXT, true);
    String territory = territory();
    String territoryNote = line("territoryNote", NOTE, false);
    List<PlannedMilestone> milestones = rows("milestones", this::milestone);
    if (milestones.isEmpty()) {
      broken("milestones", "pilot.milestone-needed");
    }
    String indicators = text("indicators", TEXT, true);
    String risks = text("risks", TEXT, true);
    String budget = text("budget", TEXT, false);
    if (choices.sponsors() != null
        && !choices.sponsors().contains(typed.get(TypedProposal.SPONSOR))) {
      broken(TypedProposal.SPONSOR, "pilot.sponsor-needed");
    }
    List<Partner> partners = partners();
    String seiNumber = sei();
    List<Dataset> datasets = rows("datasets", this::dataset);
    return violations.isEmpty()
        ? new Proposal(
            title,
            problem,
            baseline,
            description,
            themes,
            contribution,
            publicElement,
            targetPublic,
            territory,
            territoryNote,
            deliverables,
            milestones,
            indicators,
            risks,
            budget,
            datasets,
            partners,
            seiNumber)
        : null;
  }

  private Set<Theme> themes() {
    Set<Theme> chosen = new HashSet<>();
    Arrays.stream(Theme.values())
        .filter(theme -> typed.get("themes." + theme).equals("true"))
        .forEach(chosen::add);
    if (chosen.isEmpty()) {
      broken("themes", "pilot.theme-needed");
    }
    return chosen;
  }

  private String territory() {
    String territory = line("territory", WORD, true);
    if (territory != null
        && !territory.equals(Proposal.CITY)
        && !choices.territories().contains(territory)) {
      broken("territory", "pilot.choose");
    }
    return territory;
  }

  private PlannedMilestone milestone(String row) {
    String title = line(row + ".title", ROW_TITLE, true);
    LocalDate start = day(row + ".start");
    LocalDate end = day(row + ".end");
    if (start != null && end != null && end.isBefore(start)) {
      broken(row + ".end", "pilot.ends-before-start");
    }
    return new PlannedMilestone(title, start, end, line(row + ".responsible", NAME, false));
  }

  private LocalDate day(String name) {
    String day = line(name, WORD, true);
    if (day == null) {
      return null;
    }
    try {
      LocalDate date = LocalDate.parse(day);
      if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
        return date;
      }
    } catch (DateTimeException e) {
      // The same answer as for a day that is out of range.
    }
    broken(name, "pilot.day-wrong");
    return null;
  }

  private Dataset dataset(String row) {
    String title = line(row + ".title", ROW_TITLE, true);
    String format = line(row + ".format", WORD, true);
    String licence = line(row + ".licence", NAME, false);
    String personal = line(row + ".personalData", WORD, true);
    PersonalData personalData =
        Arrays.stream(PersonalData.values())
            .filter(value -> value.name().equals(personal))
            .findFirst()
            .orElse(null);
    if (personal != null && personalData == null) {
      broken(row + ".personalData", "pilot.choose");
    }
    return new Dataset(title, format, licence, personalData, address(row + ".address"));
  }

  private String address(String name) {
    String address = line(name, ADDRESS, false);
    if (address != null && !isWebAddress(address)) {
      broken(name, "pilot.address-wrong");
    }
    return address;
  }

  private static boolean isWebAddress(String address) {
    try {
      URI uri = new URI(address);
      return "https".equalsIgnoreCase(uri.getScheme())
          && uri.getHost() != null
          && uri.getUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private List<Partner> partners() {
    Set<String> named = new HashSet<>();
    return rows(
        "partners",
        row -> {
          String body = line(row + ".body", WORD, false);
          String guest = line(row + ".guest", NAME, false);
          String part = text(row + ".part", SHORT_TEXT, true);
          if (body == null && guest == null) {
            broken(row + ".body", "pilot.partner-needed");
          } else if (body != null && guest != null) {
            broken(row + ".guest", "pilot.partner-body-or-guest");
          } else if (body != null && !choices.partners().contains(body)) {
            broken(row + ".body", "pilot.partner-unknown");
          } else if (!named.add(body == null ? "guest " + guest.toLowerCase(Locale.ROOT) : body)) {
            broken(row + (body == null ? ".guest" : ".body"), "pilot.partner-twice");
          }
          return new Partner(body, guest, part);
        });
  }

  private String sei() {
    String number = line("seiNumber", WORD, false);
    if (number != null && !SEI.matcher(number).matches()) {
      broken("seiNumber", "pilot.sei-wrong");
    }
    return number;
  }

  private <T> List<T> rows(String list, Function<String, T> row) {
    return Arrays.stream(typed.filledRows(list))
        .mapToObj(index -> row.apply(list + "[" + index + "]"))
        .toList();
  }

  private String line(String name, int longest, boolean needed) {
    return checked(name, Typed.line(typed.get(name)), longest, needed, false);
  }

  private String text(String name, int longest, boolean needed) {
    return checked(name, Typed.text(typed.get(name)), longest, needed, true);
  }

  private String checked(String name, String text, int longest, boolean needed, boolean multiline) {
    if (text == null) {
      if (needed) {
        broken(name, "pilot.answer-needed");
      }
    } else if (text.length() > longest) {
      broken(name, "pilot.answer-too-long", longest);
    } else if (Typed.hasControlCharacters(text, multiline)) {
      broken(name, "pilot.characters");
    } else {
      return text;
    }
    return null;
  }

  private void broken(String field, String code, Object... args) {
    violations.add(Violation.at(field, code, args));
  }
}
