package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.shared.projects.PublishedProjects;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Titles of the pilots that anybody may read, for those who link them. */
@Component
@Transactional(readOnly = true)
class PublishedPilots implements PublishedProjects {

  private static final String ORDER = " ORDER BY title COLLATE \"pt-BR-x-icu\", id";

  private final JdbcClient jdbc;

  PublishedPilots(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Map<Long, String> titles(Collection<Long> ids) {
    return read(
        jdbc.sql(
                "SELECT id, title FROM pilot WHERE published_at IS NOT NULL AND id = ANY(:ids)"
                    + ORDER)
            .param("ids", ids.toArray(Long[]::new)));
  }

  @Override
  public Map<Long, String> all() {
    return read(jdbc.sql("SELECT id, title FROM pilot WHERE published_at IS NOT NULL" + ORDER));
  }

  private static Map<Long, String> read(StatementSpec select) {
    Map<Long, String> titles = new LinkedHashMap<>();
    select.query((rs, n) -> titles.put(rs.getLong("id"), rs.getString("title"))).list();
    return titles;
  }
}
