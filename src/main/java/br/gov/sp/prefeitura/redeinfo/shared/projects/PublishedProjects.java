package br.gov.sp.prefeitura.redeinfo.shared.projects;

import java.util.Collection;
import java.util.Map;

/**
 * Projects that anybody may read, for modules that link them by their ids and must not know the
 * module that has them. Their pages are {@code /projects/<id>}.
 */
public interface PublishedProjects {

  /** Titles by id; what is not published (any more) is left out. In one statement. */
  Map<Long, String> titles(Collection<Long> ids);

  /** All of them, by title. */
  Map<Long, String> all();
}
