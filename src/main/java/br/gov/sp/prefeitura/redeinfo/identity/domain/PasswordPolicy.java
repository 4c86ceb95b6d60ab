package br.gov.sp.prefeitura.redeinfo.identity.domain;

import br.gov.sp.prefeitura.redeinfo.identity.AccountHolders.AccountHolder;
import br.gov.sp.prefeitura.redeinfo.identity.IdentityProperties;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Which passwords are good enough: long, and neither known from lists of leaked ones nor made of
 * the person's own names. No rules about kinds of characters, which only make passwords predictable
 * (NIST SP 800-63B).
 */
@Component
public class PasswordPolicy {

  /** The publicly known password of the demonstration's accounts. */
  public static final String OF_DEMONSTRATION = "rede-aberta-2017";

  /** The hash reads no more than this. */
  private static final int MOST_BYTES = 72;

  private static final int LEAST_DIFFERENT_CHARACTERS = 5;
  private static final int LEAST_NAME_LENGTH = 4;

  private final int length;
  private final Set<String> known;

  PasswordPolicy(IdentityProperties properties) {
    this.length = properties.passwordLength();
    this.known = readKnown();
  }

  /** The broken rules, each with its field ({@code password} or {@code repeated}). */
  List<Violation> check(String password, String repeated, Optional<AccountHolder> owner) {
    List<Violation> violations = new ArrayList<>();
    if (password.codePointCount(0, password.length()) < length) {
      violations.add(Violation.at("password", "identity.password-too-short", length));
    } else if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      violations.add(Violation.at("password", "identity.password-too-long", MOST_BYTES));
    } else if (password.codePoints().anyMatch(Character::isISOControl)) {
      violations.add(Violation.at("password", "identity.password-unreadable"));
    } else if (isKnown(password)) {
      violations.add(Violation.at("password", "identity.password-known"));
    } else if (owner.filter(holder -> isMadeOf(password, holder)).isPresent()) {
      violations.add(Violation.at("password", "identity.password-own-name"));
    }
    if (!password.equals(repeated)) {
      violations.add(Violation.at("repeated", "identity.password-differs"));
    }
    return violations;
  }

  /** Whether everybody who guesses would try it. */
  public boolean isKnown(String password) {
    String simple = simplified(password);
    return known.contains(simple)
        || simple.chars().distinct().count() < LEAST_DIFFERENT_CHARACTERS
        || isRun(simple);
  }

  /** Characters that follow each other in the alphabet or among the digits, up or down. */
  private static boolean isRun(String text) {
    int steps = 0;
    for (int i = 1; i < text.length(); i++) {
      if (Math.abs(text.charAt(i) - text.charAt(i - 1)) <= 1) {
        steps++;
      }
    }
    return steps >= text.length() * 3 / 4;
  }

  private static boolean isMadeOf(String password, AccountHolder owner) {
    String simple = simplified(password);
    String local = owner.email().substring(0, Math.max(0, owner.email().indexOf('@')));
    List<String> names = new ArrayList<>(List.of(owner.username(), local));
    names.add(owner.name().replace(" ", ""));
    return names.stream()
        .map(PasswordPolicy::simplified)
        .anyMatch(name -> name.length() >= LEAST_NAME_LENGTH && simple.contains(name));
  }

  private static String simplified(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }

  private static Set<String> readKnown() {
    try {
      return new ClassPathResource("data/known-passwords.txt")
          .getContentAsString(StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(PasswordPolicy::simplified)
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
