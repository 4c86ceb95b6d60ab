package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.gov.sp.prefeitura.redeinfo.pilot.Theme;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Proposal.Partner;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Proposal.PersonalData;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.error.Violation;
import br.gov.sp.prefeitura.redeinfo.shared.text.KeptJson;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A proposal that is sent")
class ProposalRulesTest {

  private static final ProposalChoices CHOICES =
      new ProposalChoices(Set.of("sub-la"), Set.of("svma", "cmsp"), Set.of("7"));

  @Test
  @DisplayName("is taken over as it was typed, tidied")
  void isTakenOver() {
    Map<String, String> typed = complete();
    typed.put("title", "  Mapa   das árvores ");
    typed.put("milestones[3].title", "Publicar");
    typed.put("milestones[3].start", "2027-02-01");
    typed.put("milestones[3].end", "2027-02-01");
    typed.put("datasets[0].title", "Árvores");
    typed.put("datasets[0].format", "CSV");
    typed.put("datasets[0].personalData", "NONE");
    typed.put("datasets[0].address", "https://dados.prefeitura.sp.gov.br/arvores");
    typed.put("partners[0].body", "svma");
    typed.put("partners[0].part", "Confere as espécies");
    typed.put("partners[1].guest", "Laboratório de inovação");
    typed.put("partners[1].part", "Ouve as pessoas");
    typed.put("seiNumber", "6010.2026/0001234-5");
    Proposal proposal = check(typed);
    assertThat(proposal.title()).isEqualTo("Mapa das árvores");
    assertThat(proposal.themes()).containsExactly(Theme.TRANSPARENCY);
    assertThat(proposal.milestones()).hasSize(2);
    assertThat(proposal.milestones().get(1).end()).isEqualTo(LocalDate.of(2027, 2, 1));
    assertThat(proposal.datasets().get(0).personalData()).isEqualTo(PersonalData.NONE);
    assertThat(proposal.partners())
        .containsExactly(
            new Partner("svma", null, "Confere as espécies"),
            new Partner(null, "Laboratório de inovação", "Ouve as pessoas"));
    assertThat(KeptJson.read(KeptJson.write(proposal), Proposal.class)).isEqualTo(proposal);
  }

  @Test
  @DisplayName("names everything that is missing at once, in the order of the questions")
  void namesEverything() {
    assertThat(ProposalRules.missing(TypedProposal.of(Map.of()), CHOICES))
        .extracting(Violation::field)
        .containsExactly(
            "title",
            "themes",
            "problem",
            "baseline",
            "description",
            "deliverables",
            "targetPublic",
            "contribution",
            "publicElement",
            "territory",
            "milestones",
            "indicators",
            "risks",
            "sponsor");
  }

  private static final String BROKEN =
      """
      field                      | typed                                | code
      title                      | {161}                                | pilot.answer-too-long
      problem                    | {4001}                               | pilot.answer-too-long
      problem                    | {bell}                               | pilot.characters
      targetPublic               | {1001}                               | pilot.answer-too-long
      territory                  | sub-none                             | pilot.choose
      territoryNote              | {301}                                | pilot.answer-too-long
      milestones[0].title        | {201}                                | pilot.answer-too-long
      milestones[0].start        | 2027-02-30                           | pilot.day-wrong
      milestones[0].start        | amanhã                               | pilot.day-wrong
      milestones[0].start        | 1999-12-31                           | pilot.day-wrong
      milestones[0].end          | 2101-01-01                           | pilot.day-wrong
      milestones[0].end          | 2026-12-31                           | pilot.ends-before-start
      milestones[0].responsible  | {161}                                | pilot.answer-too-long
      milestones[1].responsible  | Obras                                | pilot.answer-needed
      datasets[0].personalData   | TALVEZ                               | pilot.choose
      datasets[0].address        | http://dados.sp.gov.br               | pilot.address-wrong
      datasets[0].address        | javascript:alert(1)                  | pilot.address-wrong
      datasets[0].address        | https://ana:senha@dados.sp.gov.br    | pilot.address-wrong
      datasets[0].address        | https://                             | pilot.address-wrong
      partners[0].body           | self                                 | pilot.partner-unknown
      partners[0].part           | Ajuda                                | pilot.partner-needed
      sponsor                    | 8                                    | pilot.sponsor-needed
      seiNumber                  | 6010.2026/0001234                    | pilot.sei-wrong
      seiNumber                  | 6010.2026/0001234-5 e outro          | pilot.sei-wrong
      """;

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(textBlock = BROKEN, delimiter = '|', useHeadersInDisplayName = true)
  @DisplayName("is refused at the field that breaks a rule, and why")
  void isRefused(String field, String value, String code) {
    Map<String, String> typed = complete();
    typed.put(
        field,
        value.matches("\\{\\d+}")
            ? "x".repeat(Integer.parseInt(value.substring(1, value.length() - 1)))
            : value.replace("{bell}", "a\u0007b"));
    assertThat(ProposalRules.missing(TypedProposal.of(typed), CHOICES))
        .extracting(Violation::code)
        .contains(code);
    assertThatThrownBy(() -> check(typed)).isInstanceOf(Refusal.class);
  }

  @Test
  @DisplayName("names a partner once, a body or a guest, each with its part")
  void partners() {
    Map<String, String> typed = complete();
    typed.put("partners[0].body", "svma");
    typed.put("partners[0].part", "a");
    typed.put("partners[1].body", "svma");
    typed.put("partners[1].part", "b");
    typed.put("partners[2].guest", "Laboratório");
    typed.put("partners[2].part", "c");
    typed.put("partners[3].guest", "LABORATÓRIO");
    typed.put("partners[3].part", "d");
    typed.put("partners[4].body", "cmsp");
    typed.put("partners[4].guest", "Câmara");
    assertThat(ProposalRules.missing(TypedProposal.of(typed), CHOICES))
        .extracting(violation -> violation.field() + " " + violation.code())
        .containsExactly(
            "partners[1].body pilot.partner-twice",
            "partners[3].guest pilot.partner-twice",
            "partners[4].part pilot.answer-needed",
            "partners[4].guest pilot.partner-body-or-guest");
  }

  @Test
  @DisplayName("does not ask for the sponsor where a command of its own changes that")
  void sponsorElsewhere() {
    Map<String, String> typed = complete();
    typed.remove("sponsor");
    assertThat(
            ProposalRules.missing(
                TypedProposal.of(typed), new ProposalChoices(Set.of("sub-la"), Set.of(), null)))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evil", "milestones[20].title", "milestones[0].evil", "themes.EVIL", "id"})
  @DisplayName("drops what the form does not have")
  void dropsOthers(String name) {
    assertThat(TypedProposal.of(Map.of(name, "x")).values()).isEmpty();
  }

  @Test
  @DisplayName("is not kept, even as a draft, beyond what a draft may hold")
  void limits() {
    assertThatThrownBy(() -> TypedProposal.of(Map.of("problem", "x".repeat(8001))))
        .hasMessage("pilot.answer-too-long");
    assertThatThrownBy(() -> TypedProposal.of(Map.of("problem", "a\u0000b")))
        .hasMessage("pilot.characters");
    assertThatThrownBy(() -> TypedProposal.of(Map.of("problem", "a\ud800b")))
        .hasMessage("pilot.characters");
    Map<String, String> much = new HashMap<>();
    List.of("problem", "baseline", "description", "contribution", "publicElement", "risks")
        .forEach(name -> much.put(name, "x".repeat(8000)));
    for (int row = 0; row < 7; row++) {
      much.put("milestones[" + row + "].title", "x".repeat(8000));
    }
    assertThatThrownBy(() -> TypedProposal.of(much)).hasMessage("pilot.draft-too-long");
  }

  private static Proposal check(Map<String, String> typed) {
    return ProposalRules.check(TypedProposal.of(typed), CHOICES);
  }

  private static Map<String, String> complete() {
    Map<String, String> typed = new HashMap<>();
    List.of(
            "title",
            "problem",
            "baseline",
            "description",
            "contribution",
            "publicElement",
            "targetPublic",
            "deliverables",
            "indicators",
            "risks")
        .forEach(name -> typed.put(name, "Texto inventado"));
    typed.put("themes.TRANSPARENCY", "true");
    typed.put("territory", "sub-la");
    typed.put("milestones[0].title", "Mapear");
    typed.put("milestones[0].start", "2027-01-01");
    typed.put("milestones[0].end", "2027-01-31");
    typed.put("sponsor", "7");
    return typed;
  }
}
