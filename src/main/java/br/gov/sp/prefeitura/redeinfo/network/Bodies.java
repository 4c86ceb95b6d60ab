package br.gov.sp.prefeitura.redeinfo.network;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads public bodies. */
public interface Bodies {

  /**
   * @throws br.gov.sp.prefeitura.redeinfo.shared.error.Refusal (not found)
   */
  Body get(long id);

  Optional<Body> findBySlug(String slug);

  /** All bodies that exist on the date, with the name they bear then, by acronym. */
  List<Body> existingOn(LocalDate date);

  Map<Long, Body> byId(Collection<Long> ids);
}
