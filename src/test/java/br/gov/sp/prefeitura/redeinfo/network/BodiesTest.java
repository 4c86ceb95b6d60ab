package br.gov.sp.prefeitura.redeinfo.network;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("Public bodies")
class BodiesTest {

  private static final LocalDate IN_2017 = LocalDate.of(2017, 6, 9);

  @Autowired Bodies bodies;
  @Autowired Clock clock;

  @Test
  @DisplayName("bear the names of the date asked for, under a slug that stays")
  void datedNames() {
    assertThat(on(IN_2017, "sub-la").name()).isEqualTo("Prefeitura Regional Lapa");
    assertThat(on(IN_2017, "sub-la").acronym()).isEqualTo("PR-LA");
    assertThat(on(today(), "sub-la").name()).isEqualTo("Subprefeitura Lapa");
    assertThat(on(today(), "sp-regula").acronym()).isEqualTo("SP REGULA");
  }

  @Test
  @DisplayName("of 2017 and of today are both there, with their successors")
  void bothYears() {
    List<String> in2017 = bodies.existingOn(IN_2017).stream().map(Body::slug).toList();
    List<String> now = bodies.existingOn(today()).stream().map(Body::slug).toList();
    assertThat(in2017).contains("smg", "smso", "smpr", "amlurb", "svma").doesNotContain("seges");
    assertThat(now).contains("seges", "siurb", "smsub", "sp-regula", "svma").doesNotContain("smg");
    assertThat(now).hasSizeGreaterThan(80);
    Body smg = bodies.findBySlug("smg").orElseThrow();
    assertThat(bodies.get(smg.successorId()).slug()).isEqualTo("seges");
    assertThat(bodies.existingOn(today()))
        .extracting(Body::acronym)
        .isSortedAccordingTo(String::compareTo);
  }

  @Test
  @DisplayName("each have mail domains and a kind of identifier")
  void domainsAndIdentifiers() {
    assertThat(bodies.existingOn(today())).allMatch(body -> !body.mailDomains().isEmpty());
    Body svma = bodies.findBySlug("svma").orElseThrow();
    assertThat(svma.mailDomains())
        .containsExactly("svma.prefeitura.sp.gov.br", "prefeitura.sp.gov.br");
    assertThat(svma.identifierKind()).isEqualTo(IdentifierKind.RF);
    Body sptrans = bodies.findBySlug("sptrans").orElseThrow();
    assertThat(sptrans.mailDomains()).containsExactly("sptrans.com.br");
    assertThat(sptrans.identifierKind()).isEqualTo(IdentifierKind.COMPANY);
  }

  private Body on(LocalDate date, String slug) {
    return bodies.existingOn(date).stream()
        .filter(body -> body.slug().equals(slug))
        .findFirst()
        .orElseThrow();
  }

  private LocalDate today() {
    return SaoPaulo.today(clock);
  }
}
