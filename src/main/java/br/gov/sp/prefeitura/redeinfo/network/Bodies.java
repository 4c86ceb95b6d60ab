package br.gov.sp.prefeitura.redeinfo.network;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads public bodies, and takes over lists of them. */
public interface Bodies {

  /**
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal (not found)
   */
  Body get(long id);

  Optional<Body> findBySlug(String slug);

  /** All bodies that exist on the date, with the name they bear then, by acronym. */
  List<Body> existingOn(LocalDate date);

  Map<Long, Body> byId(Collection<Long> ids);

  /** Every body there ever was or will be, with the name it bears today. */
  List<Body> all();

  /**
   * Registers bodies and brings known ones up to date, by their slugs, in a bounded number of
   * statements. The name of a known body is corrected, its first day stays. From then on the list
   * is the body's source: the files that come with the application no longer change it.
   *
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal if a rule of {@link BodyRules} is
   *     broken, or a successor is unknown
   */
  void saveAll(List<BodyDetails> bodies);

  /**
   * @param slug of a known body its own, of a new one that of its acronym
   * @param to last day, or {@code null}
   * @param successor slug of the body that takes over, or {@code null}
   */
  record BodyDetails(
      String slug,
      String acronym,
      String name,
      BodyKind kind,
      LocalDate from,
      LocalDate to,
      List<String> mailDomains,
      IdentifierKind identifierKind,
      String successor) {

    public BodyDetails {
      mailDomains = List.copyOf(mailDomains);
    }
  }
}
