package br.gov.sp.prefeitura.redeinfo.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Input that is wrong")
class BadInputTest {

  private static final List<String> TECHNICAL =
      List.of(
          "Exception", "springframework", "org.camunda", "br.gov.sp", "PSQL", "ENGINE-", "null");

  @Autowired ApplicationContext context;

  private BadInputWorld world;

  @BeforeAll
  void makeWorld() {
    world = new BadInputWorld(context);
  }

  static Stream<BadInput> cases() {
    return Stream.of(
            AddressCases.all(),
            AccountCases.all(),
            NetworkCases.all(),
            NominationCases.all(),
            BodyTrainingCases.all(),
            StatuteCases.all(),
            MeetingCases.all(),
            MinutesCases.all(),
            ConfirmationCases.all(),
            OutreachCases.all(),
            SuccessionCases.all(),
            CoverCases.all(),
            PilotPageCases.all(),
            PilotProposalCases.all(),
            PilotExecutionCases.all(),
            EnrollmentCases.all(),
            EditionCases.all(),
            IntakeCases.all(),
            CertificateCases.all(),
            AttendanceCases.all(),
            AuditCases.all(),
            PrivacyCases.all(),
            PilotEvidenceCases.all(),
            VolunteerCases.all(),
            FormCases.all(),
            TasklistCases.all(),
            AdministratorCases.all())
        .flatMap(cases -> cases);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  @DisplayName("is answered with a 4xx in words, and changes nothing")
  void isAnsweredInWords(BadInput template) {
    BadInput input = template.in(world.names());
    Visitor visitor = world.visitor(input.who());
    String before = world.lastFingerprint();

    HttpResponse<String> answer = send(visitor, input);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(input.status());
    assertThat(answer.body()).contains(input.words());
    assertThat(input.kept()).allSatisfy(typed -> assertThat(answer.body()).contains(typed));
    assertThat(visibleText(answer.body())).doesNotContain(TECHNICAL);
    assertThat(world.fingerprint()).as("what is stored").isEqualTo(before);
  }

  @Test
  @DisplayName("is tried in at least a hundred ways")
  void isTriedInAHundredWays() {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(100);
    assertThat(cases().map(BadInput::title)).doesNotHaveDuplicates();
    assertThat(cases()).allSatisfy(input -> assertThat(input.status()).isBetween(400, 499));
  }

  private static HttpResponse<String> send(Visitor visitor, BadInput input) {
    if (input.method().equals("GET")) {
      return visitor.get(input.path());
    }
    return visitor.write(
        input.method(),
        input.path(),
        input.contentType() == null ? BadInput.FORM : input.contentType(),
        input.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(input.body()));
  }

  /** What a person sees of a page; of JSON everything. */
  private static String visibleText(String body) {
    return body.replaceAll("(?s)<head>.*?</head>", "").replaceAll("<[^>]*>", " ");
  }
}
