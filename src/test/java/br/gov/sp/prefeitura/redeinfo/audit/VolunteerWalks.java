package br.gov.sp.prefeitura.redeinfo.audit;

import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.support.Enlistments;
import br.gov.sp.prefeitura.redeinfo.support.TestBodies;
import br.gov.sp.prefeitura.redeinfo.support.TestMailbox;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import br.gov.sp.prefeitura.redeinfo.volunteer.Applicant;
import br.gov.sp.prefeitura.redeinfo.volunteer.domain.JoinRequests;
import br.gov.sp.prefeitura.redeinfo.volunteer.domain.JoinRequests.Request;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationContext;

/** The ways to write by the pages of volunteers, and what each puts on record. */
final class VolunteerWalks {

  private final ApplicationContext context;
  private final Runnable begin;

  /**
   * @param begin called when the preparations are done
   */
  VolunteerWalks(ApplicationContext context, Runnable begin) {
    this.context = context;
    this.begin = begin;
  }

  Map<String, AuditedRoutesTest.Walk> all() {
    return Map.of(
        "POST /join/{secret}",
        new AuditedRoutesTest.Walk("enlistment.confirmed", this::confirm),
        "POST /join/withdrawal/{secret}",
        new AuditedRoutesTest.Walk("enlistment.withdrawn", this::withdraw),
        "POST /volunteers/{id}/end",
        new AuditedRoutesTest.Walk("volunteer.ended", this::end));
  }

  private HttpResponse<String> confirm() {
    Body body = body();
    Applicant applicant = enlistments().applicant(body);
    context
        .getBean(JoinRequests.class)
        .receive(new Request(body.id(), applicant.email(), applicant.name()));
    String secret = secret(applicant);
    begin.run();
    Map<String, String> typed =
        new HashMap<>(
            Map.of(
                "name", applicant.name(),
                "bond", applicant.bond().name(),
                "unit", applicant.unit(),
                "interest", applicant.interest().name(),
                "motivation", applicant.motivation(),
                "statute", "true"));
    if (applicant.statuteVersion() != null) {
      typed.put("statuteVersion", applicant.statuteVersion().toString());
    }
    return people().visitor().post("/join/" + secret, typed);
  }

  private HttpResponse<String> withdraw() {
    Applicant applicant = enlistments().applicant(body());
    enlistments().enlist(applicant);
    String secret = secret(applicant);
    begin.run();
    return people().visitor().post("/join/withdrawal/" + secret, Map.of());
  }

  private HttpResponse<String> end() {
    Person volunteer = people().withFunction(Function.VOLUNTEER, body().slug());
    long appointment =
        context
            .getBean(Appointments.class)
            .ofPerson(volunteer.id(), SaoPaulo.today(context.getBean(Clock.class)))
            .get(0)
            .id();
    Person coordinator = people().withFunction(Function.COORDINATION, "seri");
    Visitor visitor = people().signIn(coordinator);
    begin.run();
    return visitor.post("/volunteers/" + appointment + "/end", Map.of("reason", "x"));
  }

  private String secret(Applicant applicant) {
    return Enlistments.secret(
        context.getBean(TestMailbox.class).to(applicant.email()).get(0).text());
  }

  private Body body() {
    return context.getBean(TestBodies.class).make();
  }

  private TestPeople people() {
    return context.getBean(TestPeople.class);
  }

  private Enlistments enlistments() {
    return context.getBean(Enlistments.class);
  }
}
