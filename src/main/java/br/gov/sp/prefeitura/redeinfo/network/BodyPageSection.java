package br.gov.sp.prefeitura.redeinfo.network;

import br.gov.sp.prefeitura.redeinfo.shared.web.PageSection;
import java.util.List;

/**
 * Contributes a module's part to a body's page (its nominations, its pilots …). Whether the reader
 * may see the page has been checked.
 */
public interface BodyPageSection {

  List<PageSection> sectionsFor(Body body);

  /** What of it anybody may read, on the body's page in the public directory. */
  default List<PageSection> publicSectionsFor(Body body) {
    return List.of();
  }
}
