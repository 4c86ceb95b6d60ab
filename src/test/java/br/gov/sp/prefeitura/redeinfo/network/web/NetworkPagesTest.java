package br.gov.sp.prefeitura.redeinfo.network.web;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Appointments.NewAppointment;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Bond;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.network.Persons.PersonDetails;
import br.gov.sp.prefeitura.redeinfo.network.Seat;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.TestBodies;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("The pages of bodies and functions")
class NetworkPagesTest {

  @Autowired TestPeople people;
  @Autowired TestBodies testBodies;
  @Autowired Persons persons;
  @Autowired Bodies bodies;
  @Autowired Appointments appointments;
  @Autowired Clock clock;

  @Test
  @DisplayName("find a body without regard to case and accents")
  void findWithoutAccents() {
    assertThat(people.visitor().get("/directory?q=EDUCACAO").body())
        .contains("Secretaria Municipal de Educação")
        .doesNotContain("Secretaria Municipal da Fazenda");
  }

  @Test
  @DisplayName("take search characters for what they are")
  void takeWildcardsLiterally() {
    assertThat(people.visitor().get("/directory?q=%25").body()).contains("Nenhum órgão encontrado");
  }

  @Test
  @DisplayName("answer a script with the results alone, a person with the whole page")
  void answerPageOrFragment() {
    String page = people.visitor().get("/directory?q=svma").body();
    String fragment =
        people
            .visitor()
            .send("/directory?q=svma", request -> request.header("HX-Request", "true"))
            .body();

    assertThat(page).contains("<html", "id=\"results\"");
    assertThat(fragment).contains("id=\"results\"", "SVMA").doesNotContain("<html", "<header");
  }

  @Test
  @DisplayName("go on page by page, each body once")
  void goOnPageByPage() {
    String first = people.visitor().get("/directory").body();
    String next = first.replaceAll("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1");
    if (next.equals(first)) {
      next = first.replaceAll("(?s).*href=\"([^\"]+)\"[^>]*rel=\"next\".*", "$1");
    }
    String second = people.visitor().get(next.replace("&amp;", "&")).body();

    assertThat(first).contains(">ADESAMPA<").doesNotContain(">SVMA<");
    assertThat(second).doesNotContain(">ADESAMPA<").contains("Primeira página");
  }

  @Test
  @DisplayName("show the public names and posts, never e-mails")
  void keepEmailsBack() {
    Person volunteer = people.withFunction(Function.VOLUNTEER, "smul");

    assertThat(people.visitor().get("/directory/smul").body())
        .doesNotContain(volunteer.email(), "@");
  }

  @Test
  @DisplayName("show the directory as it was in 2017")
  void showThePast() {
    assertThat(people.visitor().get("/directory?date=2017-06-09&q=lapa").body())
        .contains("Prefeitura Regional");
  }

  @Test
  @DisplayName("export aggregates for spreadsheets and programs")
  void export() {
    HttpResponse<String> csv = people.visitor().get("/directory/bodies.csv");
    HttpResponse<String> json = people.visitor().get("/directory/bodies.json");

    assertThat(csv.body()).startsWith("\uFEFFSigla;Órgão;").contains("SVMA;");
    assertThat(csv.headers().firstValue("Content-Disposition").orElse("")).contains(".csv");
    assertThat(json.body()).contains("\"acronym\":\"SVMA\"");
  }

  @Test
  @DisplayName("let people read their own body's, the auditor every body's")
  void letReadByRole() {
    Visitor member = people.signIn(people.withFunction(Function.VOLUNTEER, "svma"));
    Visitor auditor = people.signIn(people.withFunction(Function.AUDITOR, "cgm"));

    assertThat(member.get("/bodies/svma").statusCode()).isEqualTo(200);
    assertThat(member.get("/bodies/svma").body()).doesNotContain("/appointments/");
    assertThat(member.get("/bodies/sme").statusCode()).isEqualTo(403);
    assertThat(auditor.get("/bodies/sme").statusCode()).isEqualTo(200);
    assertThat(auditor.get("/bodies/sme/appointments/new").statusCode()).isEqualTo(403);
    assertThat(auditor.post("/bodies/sme/appointments", Map.of("function", "HEAD")).statusCode())
        .isEqualTo(403);
  }

  @Test
  @DisplayName("register a new person, appoint them and invite them to choose a password")
  void appointANewPerson() {
    Visitor coordination = coordination();
    Map<String, String> form = newHead("nova.chefia", "smads");

    HttpResponse<String> answer = coordination.post("/bodies/smads/appointments", form);

    assertThat(answer.statusCode()).isEqualTo(302);
    Person appointed = persons.findByEmail(form.get("email")).orElseThrow();
    assertThat(appointments.ofPerson(appointed.id(), today()))
        .extracting(Appointment::function)
        .containsExactly(Function.INTERIM_HEAD);
    assertThat(people.passwordLinks(appointed)).hasSize(1);
    assertThat(coordination.get("/bodies/smads").body())
        .contains("foi designada(o)", form.get("name"));
  }

  @Test
  @DisplayName("say next to the field what is wrong and keep what was typed")
  void keepWhatWasTyped() {
    Map<String, String> form = newHead("fora.do.dominio", "smads");
    form.put("email", "alguem@gmail.com");
    form.put("identifier", "12");

    HttpResponse<String> answer = coordination().post("/bodies/smads/appointments", form);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("id=\"email-error\"", "O e-mail precisa ser de um domínio do órgão")
        .contains("value=\"alguem@gmail.com\"", "value=\"" + form.get("name") + "\"");
  }

  @Test
  @DisplayName("do not overwrite a person who is registered already")
  void doNotOverwriteAPerson() {
    Person known = people.person("smads");
    Map<String, String> form = newHead("x", "smads");
    form.put("email", known.email());

    HttpResponse<String> answer = coordination().post("/bodies/smads/appointments", form);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("Este e-mail já é de " + known.name());
    assertThat(persons.get(known.id()).name()).isEqualTo(known.name());
  }

  @Test
  @DisplayName("find people by name and e-mail and appoint them")
  void appointAKnownPerson() {
    Person known = people.person("smc");
    Visitor coordination = coordination();

    assertThat(coordination.get("/bodies/smc/appointments/new?q=" + known.email()).body())
        .contains(known.name(), "person=" + known.id());
    HttpResponse<String> answer =
        coordination.post(
            "/bodies/smc/appointments",
            Map.of("person", "" + known.id(), "function", "VOLUNTEER", "from", today().toString()));

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(appointments.ofPerson(known.id(), today())).hasSize(1);
  }

  @Test
  @DisplayName("end an appointment at once, with its reason")
  void endAnAppointment() {
    Person volunteer = people.withFunction(Function.VOLUNTEER, "smc");
    long id = onlyAppointment(volunteer);
    Visitor coordination = coordination();

    assertThat(coordination.get("/bodies/smc/appointments/" + id + "/end").body())
        .contains(volunteer.name(), "O que a pessoa tem nas mãos");
    HttpResponse<String> answer =
        coordination.post(
            "/bodies/smc/appointments/" + id + "/end",
            Map.of("lastDay", today().minusDays(1).toString(), "reason", "RESIGNED"));

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(appointments.ofPerson(volunteer.id(), today())).isEmpty();
  }

  @Test
  @DisplayName("want a reason and a last day, and the appointment's own body")
  void checkTheEnd() {
    Person volunteer = people.withFunction(Function.VOLUNTEER, "smc");
    long id = onlyAppointment(volunteer);
    Visitor coordination = coordination();

    HttpResponse<String> empty =
        coordination.post("/bodies/smc/appointments/" + id + "/end", Map.of("lastDay", ""));

    assertThat(empty.statusCode()).isEqualTo(400);
    assertThat(empty.body()).contains("Escolha o motivo.", "Informe o último dia.");
    assertThat(coordination.get("/bodies/sme/appointments/" + id + "/end").statusCode())
        .isEqualTo(404);
    assertThat(coordination.get("/network/appointments/" + id + "/end").statusCode())
        .isEqualTo(404);
  }

  @Test
  @DisplayName("leave administration and audit to administrators, and all else to the coordination")
  void guardTheAdministration() {
    Person somebody = people.person("cgm");
    Visitor administrator = people.signIn(people.withFunction(Function.ADMINISTRATOR, "cgm"));

    for (Function function : List.of(Function.ADMINISTRATOR, Function.AUDITOR)) {
      HttpResponse<String> refused =
          coordination().post("/network/appointments", appointment(somebody, function));
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(refused.body())
          .contains(
              "Administração técnica e auditoria são designadas por quem administra a aplicação.");
      assertThat(
              administrator
                  .post("/admin/appointments", appointment(somebody, function))
                  .statusCode())
          .isEqualTo(302);
    }
    assertThat(
            administrator
                .post("/network/appointments", appointment(somebody, Function.CIGA))
                .statusCode())
        .isEqualTo(403);
    assertThat(appointments.ofPerson(somebody.id(), today())).hasSize(2);
    assertThat(administrator.get("/admin/appointments").body())
        .contains(somebody.name(), "Encerrar");
    assertThat(coordination().get("/network/appointments").body())
        .contains(somebody.name(), "Designados por quem administra a aplicação");

    long audit =
        appointments.ofPerson(somebody.id(), today()).stream()
            .filter(appointment -> appointment.function() == Function.AUDITOR)
            .findFirst()
            .orElseThrow()
            .id();
    Map<String, String> end =
        Map.of("lastDay", today().minusDays(1).toString(), "reason", "REPLACED");
    assertThat(coordination().post("/network/appointments/" + audit + "/end", end).statusCode())
        .isEqualTo(404);
    assertThat(coordination().post("/admin/appointments/" + audit + "/end", end).statusCode())
        .isEqualTo(403);
    assertThat(administrator.post("/admin/appointments/" + audit + "/end", end).statusCode())
        .isEqualTo(302);
    assertThat(appointments.ofPerson(somebody.id(), today())).hasSize(1);
  }

  private Map<String, String> appointment(Person person, Function function) {
    return Map.of(
        "person", "" + person.id(), "function", function.name(), "from", today().toString());
  }

  @Test
  @DisplayName("say when a complete pair has lost its permanent servant, and from then on only")
  void sayWhatAPairLacks() {
    Body body = testBodies.make();
    seat(body, "a", Bond.EFETIVO, Seat.TITULAR);
    seat(body, "b", Bond.COMISSIONADO, Seat.SUPLENTE);
    String words = "Governo aberto: falta servidor permanente";
    String list = "/directory?q=" + body.slug();
    Visitor anybody = people.visitor();
    assertThat(anybody.get(list).body()).contains(body.acronym()).doesNotContain(words);

    register(body, "a", Bond.COMISSIONADO);

    assertThat(anybody.get(list).body()).contains(words);
    assertThat(anybody.get(list + "&date=" + today().minusDays(1)).body()).doesNotContain(words);
    assertThat(anybody.get("/directory/" + body.slug()).body()).contains(words);
    assertThat(coordination().get("/bodies?q=" + body.slug()).body()).contains(words);
    assertThat(coordination().get("/bodies/" + body.slug()).body())
        .contains("A dupla de «Governo aberto» está completa, mas não tem o número mínimo");

    register(body, "b", Bond.EMPREGADO_PUBLICO);
    assertThat(anybody.get(list).body()).doesNotContain(words);
  }

  private void seat(Body body, String mailbox, Bond bond, Seat seat) {
    appointments.appoint(
        new NewAppointment(
            register(body, mailbox, bond).id(),
            body.id(),
            Function.FOCAL_POINT,
            Track.OPEN_GOVERNMENT,
            seat,
            today().minusDays(30),
            null,
            null));
  }

  private Person register(Body body, String mailbox, Bond bond) {
    return persons.register(
        new PersonDetails(
            "Pessoa " + mailbox,
            mailbox + "@" + body.mailDomains().get(0),
            bond,
            body.id(),
            null,
            null));
  }

  @Test
  @DisplayName("show a person's functions and an anonymous visitor's welcome on the start page")
  void startPage() {
    Visitor member = people.signIn(people.withFunction(Function.VOLUNTEER, "svma"));

    assertThat(member.get("/").body()).contains("Suas funções na rede", "Pessoa voluntária");
    assertThat(people.visitor().get("/").body()).contains("A rede hoje", "href=\"/directory\"");
  }

  private Map<String, String> newHead(String mailbox, String slug) {
    Map<String, String> form = new HashMap<>();
    List<String> domains = bodies.findBySlug(slug).orElseThrow().mailDomains();
    form.put("name", "Chefia Inventada");
    form.put("email", mailbox + System.nanoTime() + "@" + domains.get(0));
    form.put("bond", "COMISSIONADO");
    form.put("function", "INTERIM_HEAD");
    form.put("from", today().toString());
    return form;
  }

  private long onlyAppointment(Person person) {
    return appointments.ofPerson(person.id(), today()).get(0).id();
  }

  private Visitor coordination() {
    return people.signIn(people.withFunction(Function.COORDINATION, "cgm"));
  }

  private LocalDate today() {
    return SaoPaulo.today(clock);
  }
}
