package br.gov.sp.prefeitura.redeinfo.support;

import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Invented bodies, each made anew for the test that asks. */
@TestComponent
public class TestBodies {

  private static final AtomicInteger COUNTER = new AtomicInteger();

  private final Bodies bodies;
  private final JdbcClient jdbc;

  TestBodies(Bodies bodies, JdbcClient jdbc) {
    this.bodies = bodies;
    this.jdbc = jdbc;
  }

  /** A body of the direct administration, without people. */
  public Body make() {
    return make("SECRETARIA", "RF");
  }

  /** A body of this kind, whose people are known by this kind of number. */
  public Body make(String kind, String identifierKind) {
    String slug = "inventado-" + COUNTER.incrementAndGet();
    long id =
        jdbc.sql(
                """
                WITH new_body AS (
                  INSERT INTO body (slug, kind, valid_from, mail_domains, identifier_kind)
                  VALUES (:slug, :kind, '2000-01-01', ARRAY[:domain], :identifierKind) RETURNING id)
                INSERT INTO body_name (body_id, valid_from, acronym, name)
                SELECT id, '2000-01-01', upper(:slug), 'Secretaria Inventada ' || :slug
                  FROM new_body
                RETURNING body_id
                """)
            .param("slug", slug)
            .param("kind", kind)
            .param("domain", slug + ".prefeitura.sp.gov.br")
            .param("identifierKind", identifierKind)
            .query(Long.class)
            .single();
    return bodies.get(id);
  }
}
