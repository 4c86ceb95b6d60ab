package br.gov.sp.prefeitura.redeinfo.network.domain;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Bodies.BodyDetails;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@DisplayName("The files of bodies")
class ReferenceDataTest {

  /** Abolished in 2018; nothing else asks for its mail domains. */
  private static final String SLUG = "seis";

  @Autowired ReferenceData files;
  @Autowired Bodies bodies;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @AfterEach
  void giveItBackToTheFiles() {
    jdbc.sql("UPDATE body SET from_list = false WHERE slug = :slug").param("slug", SLUG).update();
    load();
  }

  @Test
  @DisplayName("leave alone at the next start what the coordination has taken over from a list")
  void leaveListsAlone() {
    Body body = bodies.findBySlug(SLUG).orElseThrow();
    bodies.saveAll(
        List.of(
            new BodyDetails(
                body.slug(),
                body.acronym(),
                "Nome Corrigido",
                body.kind(),
                body.validFrom(),
                body.validTo(),
                List.of("corrigido.example"),
                body.identifierKind(),
                null)));

    load();

    Body now = bodies.findBySlug(SLUG).orElseThrow();
    assertThat(now.mailDomains()).containsExactly("corrigido.example");
    assertThat(now.name()).isEqualTo("Nome Corrigido");
    assertThat(now.validTo()).isEqualTo(body.validTo());
    giveItBackToTheFiles();
    assertThat(bodies.findBySlug(SLUG)).contains(body);
  }

  private void load() {
    transaction.executeWithoutResult(status -> files.load());
  }
}
