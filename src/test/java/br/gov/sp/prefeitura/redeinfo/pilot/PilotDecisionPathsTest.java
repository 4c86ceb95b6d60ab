package br.gov.sp.prefeitura.redeinfo.pilot;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("A proposal")
class PilotDecisionPathsTest {

  @Autowired PilotLife pilots;

  @Test
  @DisplayName("is endorsed, forwarded and approved, and readable for everybody from then on")
  void approved() {
    long id = pilots.approved(pilots.team());

    assertThat(pilots.get(id).isPublished()).isTrue();
  }
}
