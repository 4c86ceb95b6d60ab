package br.gov.sp.prefeitura.redeinfo.intake;

import static br.gov.sp.prefeitura.redeinfo.intake.domain.ListKind.BODIES;
import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.intake.domain.ImportPlan;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.BodyKind;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.IdentifierKind;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.NominationLife;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@IntegrationTest
@DisplayName("A list of bodies")
class BodyListTest {

  private static final String HEADER =
      "Sigla;Nome do órgão;Tipo;Domínios de e-mail;Identificação;Desde;Até;Sucessor";

  @Autowired ApplicationContext context;
  @Autowired NominationLife life;
  @Autowired TestPeople people;
  @Autowired Bodies bodies;

  private Lists lists;
  private String acronym;

  @BeforeEach
  void setUp() {
    lists = new Lists(context, people.withFunction(Function.COORDINATION, "seri"));
    acronym = "LISTA-" + Lists.next();
  }

  @Test
  @DisplayName("registers who is new and its successor, in whatever order they stand")
  void registers() {
    String heir = "LISTA-" + Lists.next();

    lists.takeOver(
        BODIES,
        HEADER,
        acronym
            + ";Secretaria Antiga;Secretaria;a.example b.example;RF;01/01/2018;31/12/2024;"
            + heir,
        heir + ";Empresa Nova;Empresa pública;@NOVA.example;Número da empresa;01/01/2025;;");

    Body old = bodies.findBySlug(acronym.toLowerCase()).orElseThrow();
    Body next = bodies.findBySlug(heir.toLowerCase()).orElseThrow();
    assertThat(old.successorId()).isEqualTo(next.id());
    assertThat(old.validTo()).isEqualTo(LocalDate.of(2024, 12, 31));
    assertThat(old.mailDomains()).containsExactly("a.example", "b.example");
    assertThat(next.name()).isEqualTo("Empresa Nova");
    assertThat(next.kind()).isEqualTo(BodyKind.EMPRESA_PUBLICA);
    assertThat(next.identifierKind()).isEqualTo(IdentifierKind.COMPANY);
    assertThat(next.mailDomains()).containsExactly("nova.example");
  }

  @Test
  @DisplayName("brings up to date who is known, and is the source of it from then on")
  void updates() {
    Body known = life.body();

    lists.takeOver(
        BODIES,
        HEADER,
        known.acronym() + ";Nome Corrigido;Autarquia;outro.example;RF;01/01/2000;;");

    Body now = bodies.get(known.id());
    assertThat(now.name()).isEqualTo("Nome Corrigido");
    assertThat(now.kind()).isEqualTo(BodyKind.AUTARQUIA);
    assertThat(now.mailDomains()).containsExactly("outro.example");
  }

  @ParameterizedTest(name = "{0} is refused for {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "!!!;Nome;Secretaria;a.example;RF;01/01/2020;; | network.acronym-invalid",
        "NEW;;Secretaria;a.example;RF;01/01/2020;; | network.body-name-invalid",
        "NEW;Nome;Reino;a.example;RF;01/01/2020;; | intake.no-such-word",
        "NEW;Nome;Secretaria;;RF;01/01/2020;; | network.mail-domains-invalid",
        "NEW;Nome;Secretaria;a@b.example;RF;01/01/2020;; | network.mail-domains-invalid",
        "NEW;Nome;Secretaria;a.example;;01/01/2020;; | network.identifier-kind-missing",
        "NEW;Nome;Secretaria;a.example;RF;;; | network.first-day-missing",
        "NEW;Nome;Secretaria;a.example;RF;01/01/2020;31/12/2019; | network.last-day-before-first",
        "NEW;Nome;Secretaria;a.example;RF;01/01/2020;;NOPE-NOPE | intake.no-such-body",
        "NEW;Nome;Secretaria;a.example;RF;01/01/2020;;NEW | network.own-successor",
        "KNOWN;Nome;Secretaria;a.example;RF;01/01/2020;; | intake.first-day-stays",
      })
  @DisplayName("is refused where a body could not be as it says")
  void rules(String line, String code) {
    ImportPlan plan =
        lists.plan(
            BODIES, HEADER, line.replace("NEW", acronym).replace("KNOWN", life.body().acronym()));

    assertThat(Lists.problems(plan)).containsExactly(code);
  }

  @Test
  @DisplayName("is refused where two lines say the same body")
  void repeated() {
    String line = acronym + ";Nome;Secretaria;a.example;RF;01/01/2020;;";

    assertThat(Lists.problems(lists.plan(BODIES, HEADER, line, line.toLowerCase())))
        .containsExactly("intake.repeated");
  }
}
