package br.gov.sp.prefeitura.redeinfo.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.FollowUp;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.FollowUpQueries;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Minutes.Remark;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Minutes.Version;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MinutesDesk;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MinutesDraft;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.MeetingWorld;
import br.gov.sp.prefeitura.redeinfo.support.MinutesLife;
import br.gov.sp.prefeitura.redeinfo.support.Pdfs;
import br.gov.sp.prefeitura.redeinfo.support.TestBodies;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@DisplayName("The minutes of a meeting")
public class MinutesTest {

  @Autowired MeetingWorld meetings;
  @Autowired MinutesLife minutes;
  @Autowired MinutesDesk desk;
  @Autowired FollowUpQueries followUps;
  @Autowired TestPeople people;
  @Autowired TestBodies bodies;

  private Body body;
  private Person member;
  private Person aberta;
  private Person coordinator;
  private long id;

  @BeforeEach
  void meetingIsHeld() {
    body = bodies.make("SECRETARIA", "RF");
    member = people.withFunction(Function.VOLUNTEER, body.slug());
    aberta = people.withFunction(Function.SAO_PAULO_ABERTA, "seri");
    coordinator = meetings.coordinator();
    id = meetings.convened(meetings.plan());
    meetings.held(id, member);
  }

  @Test
  @DisplayName("begin with the agenda and the real times; what two people save does not get lost")
  void writing() {
    MinutesDraft known = minutes.draft(id).typed();
    assertThat(known.items())
        .extracting(MinutesDraft.Item::title)
        .contains("Informes da coordenação");
    assertThat(known.beganAt()).isNotBlank();
    MinutesDraft typed = minutes.typed(id, body, member);
    minutes.save(id, typed, coordinator);
    assertThat(minutes.draft(id).typed()).isEqualTo(typed);
    assertThatThrownBy(() -> desk.save(id, 0, known, meetings.signedIn(coordinator)))
        .isInstanceOf(Refusal.class)
        .hasMessage("minutes.changed-meanwhile");

    Visitor visitor = people.signIn(coordinator);
    HttpResponse<String> again =
        visitor.post(
            "/meetings/" + id + "/minutes",
            Map.of("revision", "0", "place", "Lugar novo", "action", "SAVE"));
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body())
        .contains(
            "Lugar novo",
            "Alguém gravou enquanto",
            "Falou-se do ano.",
            "name=\"revision\" value=\"1\"");
  }

  @Test
  @DisplayName(
      "say what is missing next to the field before they circulate, and keep what was typed")
  void incomplete() {
    Visitor visitor = people.signIn(coordinator);
    HttpResponse<String> answer =
        visitor.post(
            "/meetings/" + id + "/minutes",
            Map.of(
                "revision", "0",
                "place", "Sala inventada",
                "items[0].title", "Ponto digitado",
                "followUps[0].text", "Fazer algo",
                "followUps[0].owner", "ninguem@exemplo.invalid",
                "followUps[0].body", body.slug(),
                "action", "CIRCULATE"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("Ponto digitado", "Fazer algo", "Este e-mail não é de um ponto focal")
        .contains("items[0].discussion-error");
    assertThat(meetings.get(id).state()).isEqualTo(MeetingState.HELD);
  }

  @Test
  @DisplayName(
      "circulate, take remarks that are answered, come back once, and are approved by somebody else")
  void approval() {
    minutes.write(id, minutes.typed(id, body, member), coordinator);
    assertThat(meetings.get(id).state()).isEqualTo(MeetingState.MINUTES_CIRCULATED);
    assertThat(meetings.subjects(member)).anyMatch(s -> s.startsWith("Leia a ata até"));
    desk.remark(id, 1, "Faltou dizer quem faz.", meetings.signedIn(member));
    Remark remark = desk.remarks(id).get(0);
    desk.answer(id, remark.id(), "Acrescentado.", meetings.signedIn(coordinator));
    assertThat(desk.remarks(id).get(0))
        .returns("Acrescentado.", Remark::answer)
        .returns(1, Remark::item);
    minutes.closeRemarks(id, coordinator);
    assertThatThrownBy(() -> desk.remark(id, null, "Tarde.", meetings.signedIn(member)))
        .hasMessage("minutes.remarks-over");

    meetings.answer(
        id,
        MeetingWorld.APPROVE_MINUTES,
        aberta,
        Map.of("decision", "return", "returnReason", "Diga quem faz."));
    MinutesDraft typed = minutes.typed(id, body, member);
    minutes.write(id, withOther(typed, "Quem faz é a secretaria."), coordinator);
    Visitor reader = people.signIn(member);
    assertThat(reader.get("/meetings/" + id + "/minutes/versions/2").body())
        .contains("Quem faz é a secretaria.", "<ins");
    minutes.closeRemarks(id, coordinator);
    Person both = people.withFunction(Function.COORDINATION, "seri");
    assertThat(followUps.ofMeeting(id)).isEmpty();
    minutes.approve(id, both);
    assertThat(desk.versions(id))
        .extracting(Version::decidedBy)
        .containsExactly(aberta.id(), both.id());
    assertThat(meetings.get(id).state()).isEqualTo(MeetingState.PUBLISHED);
    assertThat(followUps.ofMeeting(id))
        .singleElement()
        .returns(member.id(), FollowUp::ownerId)
        .returns(body.id(), FollowUp::bodyId);
    assertThat(meetings.recorded("minutes", id))
        .containsExactly(
            "minutes.saved " + coordinator.id(),
            "minutes.written " + coordinator.id(),
            "minutes.remark-made " + member.id(),
            "minutes.remark-answered " + coordinator.id(),
            "minutes.remarks-closed " + coordinator.id(),
            "minutes.returned " + aberta.id(),
            "minutes.saved " + coordinator.id(),
            "minutes.written " + coordinator.id(),
            "minutes.remarks-closed " + coordinator.id(),
            "minutes.approved " + both.id(),
            "minutes.published");
  }

  @Test
  @DisplayName("are not approved by whoever wrote at them")
  void notByOneself() {
    minutes.write(id, coordinator);
    minutes.closeRemarks(id, coordinator);
    assertThatThrownBy(() -> minutes.approve(id, coordinator))
        .isInstanceOf(Refusal.class)
        .hasMessage("minutes.own-minutes");
    assertThat(meetings.get(id).state()).isEqualTo(MeetingState.MINUTES_CIRCULATED);
  }

  @Test
  @DisplayName(
      "are public once approved, as a page, a valid PDF and numbers, without anybody's attendance")
  void published() {
    Visitor anybody = people.visitor();
    String path = "/minutes/" + id;
    minutes.save(id, minutes.typed(id, body, member), coordinator);
    assertThat(anybody.get(path).statusCode()).isEqualTo(404);
    minutes.write(id, coordinator);
    desk.remark(id, null, "Observassauro", meetings.signedIn(member));
    assertThat(anybody.get(path).statusCode()).isEqualTo(404);
    assertThat(anybody.get(path + ".pdf").statusCode()).isEqualTo(404);
    minutes.closeRemarks(id, coordinator);
    minutes.approve(id, aberta);

    List<String> secrets =
        List.of(
            member.name(), member.email(), coordinator.name(), "Observassauro", "Justificou-se");
    for (String page : List.of(path, "/minutes", "/minutes.json", "/minutes.csv")) {
      HttpResponse<String> answer = anybody.get(page);
      assertThat(answer.statusCode()).as(page).isEqualTo(200);
      assertThat(answer.body()).as(page).doesNotContain(secrets.toArray(String[]::new));
    }
    assertThat(anybody.get(path).body())
        .contains("Coordenadora Inventada", "Falou-se do ano.", body.acronym() + " 1");
    byte[] pdf = anybody.download(path + ".pdf").body();
    Pdfs.assertForKeeping(pdf);
    assertThat(Pdfs.text(pdf)).contains("Falou-se do ano.").doesNotContain(member.name());
    assertThat(people.signIn(member).get("/meetings/" + id + "/minutes").body())
        .as("inside the network people see names")
        .contains(member.name(), "Observassauro");
  }

  private static MinutesDraft withOther(MinutesDraft typed, String other) {
    return new MinutesDraft(
        typed.place(),
        typed.beganAt(),
        typed.endedAt(),
        typed.coordinator(),
        typed.secretary(),
        typed.justifications(),
        other,
        typed.items(),
        typed.followUps());
  }
}
