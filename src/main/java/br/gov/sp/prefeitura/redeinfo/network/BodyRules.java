package br.gov.sp.prefeitura.redeinfo.network;

import br.gov.sp.prefeitura.redeinfo.network.Bodies.BodyDetails;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a body's details must look like, whoever enters them. Needs no database. */
public final class BodyRules {

  private static final int ACRONYM_LENGTH = 40;
  private static final int NAME_LENGTH = 200;
  private static final int MAIL_DOMAINS = 10;
  private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private static final Pattern DOMAIN =
      Pattern.compile("[a-z0-9](-?[a-z0-9]){0,62}(\\.[a-z0-9](-?[a-z0-9]){0,62}){1,5}");

  private BodyRules() {}

  /** The acronym in lower-case ASCII, other characters a hyphen; may be empty. */
  public static String slugOf(String acronym) {
    return Normalizer.normalize(acronym, Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }

  /**
   * @return what is wrong, at the fields {@code acronym}, {@code name}, {@code kind}, {@code from},
   *     {@code to}, {@code mailDomains}, {@code identifierKind} and {@code successor}
   */
  public static List<Violation> check(BodyDetails body) {
    List<Violation> violations = new ArrayList<>();
    if (body.acronym() == null
        || body.acronym().length() > ACRONYM_LENGTH
        || CONTROL.matcher(body.acronym()).find()
        || body.slug().length() > ACRONYM_LENGTH
        || !SLUG.matcher(body.slug()).matches()) {
      violations.add(Violation.at("acronym", "network.acronym-invalid", ACRONYM_LENGTH));
    }
    if (body.name() == null
        || body.name().length() > NAME_LENGTH
        || CONTROL.matcher(body.name()).find()) {
      violations.add(Violation.at("name", "network.body-name-invalid", NAME_LENGTH));
    }
    if (body.kind() == null) {
      violations.add(Violation.at("kind", "network.body-kind-missing"));
    }
    if (body.from() == null) {
      violations.add(Violation.at("from", "network.first-day-missing"));
    } else if (body.to() != null && body.to().isBefore(body.from())) {
      violations.add(Violation.at("to", "network.last-day-before-first"));
    }
    if (body.mailDomains().isEmpty()
        || body.mailDomains().size() > MAIL_DOMAINS
        || !body.mailDomains().stream().allMatch(domain -> DOMAIN.matcher(domain).matches())) {
      violations.add(Violation.at("mailDomains", "network.mail-domains-invalid"));
    }
    if (body.identifierKind() == null) {
      violations.add(Violation.at("identifierKind", "network.identifier-kind-missing"));
    }
    if (body.slug().equals(body.successor())) {
      violations.add(Violation.at("successor", "network.own-successor"));
    }
    return violations;
  }
}
