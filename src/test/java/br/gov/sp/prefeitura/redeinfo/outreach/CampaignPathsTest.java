package br.gov.sp.prefeitura.redeinfo.outreach;

import static br.gov.sp.prefeitura.redeinfo.support.Campaigns.APPROVE;
import static br.gov.sp.prefeitura.redeinfo.support.Campaigns.KEY;
import static br.gov.sp.prefeitura.redeinfo.support.Campaigns.REVISE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.notification.Notices;
import br.gov.sp.prefeitura.redeinfo.notification.Notices.RecentNotice;
import br.gov.sp.prefeitura.redeinfo.outreach.CampaignPlan.Measure;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.Campaign;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.Campaign.State;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.CampaignDesk;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.support.Campaigns;
import br.gov.sp.prefeitura.redeinfo.support.EveryPathTest;
import br.gov.sp.prefeitura.redeinfo.support.TestBodies;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.TrainingLife;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Walks every path of the model. */
@EveryPathTest
@DisplayName("An outreach campaign")
public class CampaignPathsTest {

  @Autowired Campaigns campaigns;
  @Autowired CampaignDesk desk;
  @Autowired TrainingLife life;
  @Autowired TestPeople people;
  @Autowired TestBodies bodies;
  @Autowired Notices notices;
  @Autowired JdbcClient jdbc;

  private Body body;
  private Person writer;
  private Person approver;

  @BeforeEach
  void twoOfTheCoordination() {
    body = bodies.make();
    writer = people.withFunction(Function.COORDINATION, "seri");
    approver = people.withFunction(Function.COORDINATION, "seri");
  }

  @Test
  @DisplayName("is approved by somebody else, goes out in waves and parts, and is reported")
  void goesOutInWaves() {
    campaigns.contacts(body, 25);
    long id =
        campaigns.submitted(
            campaigns.plan(
                body,
                campaigns.wave(1, Measure.SHARE, 50),
                campaigns.wave(2, Measure.PEOPLE, 2),
                campaigns.wave(3, Measure.REST, null)),
            writer);
    assertThat(campaigns.get(id).state()).isEqualTo(State.PROPOSED);
    assertThat(campaigns.task(id, APPROVE).candidateGroups()).containsExactly("coordination");
    assertThat(subjects(approver)).anyMatch(s -> s.startsWith("Decida sobre a campanha"));
    life.fireOnly(KEY, id, "boundaryEvent_ApprovalReminder");
    assertThat(subjects(approver)).anyMatch(s -> s.startsWith("Lembrete: Aprovar a campanha"));
    life.fireOnly(KEY, id, "boundaryEvent_ApprovalOverdue");
    assertThat(subjects(approver)).anyMatch(s -> s.startsWith("Prazo vencido: Aprovar"));

    campaigns.answer(
        id, APPROVE, approver, Map.of("decision", "return", "returnComment", "Mais curto."));
    assertThat(campaigns.get(id))
        .returns(State.RETURNED, Campaign::state)
        .returns("Mais curto.", Campaign::reason);
    assertThat(subjects(writer)).anyMatch(s -> s.contains("voltou para ser mudada"));
    life.fireOnly(KEY, id, "boundaryEvent_RevisionReminder");
    life.fireOnly(KEY, id, "boundaryEvent_RevisionOverdue");
    assertThat(subjects(writer)).anyMatch(s -> s.startsWith("Prazo vencido: Rever"));
    desk.change(id, 1, campaigns.get(id).plan(), life.signedIn(writer));
    campaigns.answer(id, REVISE, writer, Map.of());
    campaigns.answer(id, APPROVE, approver, Map.of("decision", "approve"));
    assertThat(subjects(writer)).anyMatch(s -> s.endsWith("foi aprovada"));
    assertThat(letters(id)).isZero();

    campaigns.waveDay(id);
    assertThat(letters(id)).isEqualTo(13);
    assertThat(campaigns.get(id).waves().get(0).finishedAt()).isNotNull();
    campaigns.waveDay(id);
    assertThat(letters(id)).isEqualTo(15);
    campaigns.waveDay(id);
    assertThat(letters(id)).isEqualTo(25);
    campaigns.lastDay(id);
    assertThat(campaigns.get(id).state()).isEqualTo(State.CLOSED);
    assertThat(subjects(approver)).contains("A campanha «Campanha inventada» terminou");
    assertThat(life.instance(KEY, id)).isNull();
    assertThat(recorded(id))
        .containsExactly(
            "written",
            "submitted",
            "returned",
            "changed",
            "submitted",
            "approved",
            "wave-chosen",
            "wave-sent",
            "wave-chosen",
            "wave-sent",
            "wave-chosen",
            "wave-sent",
            "closed");
  }

  @Test
  @DisplayName("that is stopped amid a wave sends nothing more, and keeps what it sent")
  void isStopped() {
    campaigns.contacts(body, 25);
    long id = campaigns.approved(campaigns.plan(body, campaigns.rest()), writer, approver);
    life.fireOnly(KEY, id, "intermediateCatchEvent_WaveDay");
    campaigns.step(id);
    campaigns.step(id);
    assertThat(letters(id)).isEqualTo(10);
    assertThat(campaigns.get(id).isSending()).isTrue();

    desk.stop(id, "O texto tem um erro.", life.signedIn(approver));
    assertThat(campaigns.jobs(id)).isEmpty();
    assertThat(life.instance(KEY, id)).isNull();
    assertThat(campaigns.get(id))
        .returns(State.STOPPED, Campaign::state)
        .returns("O texto tem um erro.", Campaign::reason);
    assertThat(letters(id)).isEqualTo(10);
    assertThat(campaigns.get(id).waves().get(0).sent()).isEqualTo(10);
    assertThat(subjects(writer)).contains("A campanha «Campanha inventada» foi interrompida");
    assertThatThrownBy(() -> desk.stop(id, "De novo.", life.signedIn(writer)))
        .hasMessage("outreach.moved-on");
  }

  @Test
  @DisplayName("is not approved by who wrote it while there is somebody else")
  void notByOneself() {
    long id = campaigns.submitted(campaigns.plan(body, campaigns.rest()), writer);
    assertThatThrownBy(() -> campaigns.answer(id, APPROVE, writer, Map.of("decision", "approve")))
        .isInstanceOf(Refusal.class)
        .hasMessage("outreach.own-campaign");
    assertThat(campaigns.get(id).state()).isEqualTo(State.PROPOSED);
    desk.stop(id, "Fica para depois.", life.signedIn(writer));
    assertThat(life.instance(KEY, id)).isNull();
  }

  private int letters(long id) {
    return jdbc.sql("SELECT count(*) FROM letter WHERE event_key = ?")
        .param("campaign:" + id)
        .query(Integer.class)
        .single();
  }

  private List<String> subjects(Person person) {
    LocaleContextHolder.setLocale(Locale.forLanguageTag("pt-BR"));
    try {
      return notices.recent(person.id(), 50).stream().map(RecentNotice::subject).toList();
    } finally {
      LocaleContextHolder.resetLocaleContext();
    }
  }

  private List<String> recorded(long id) {
    return jdbc.sql(
            """
            SELECT split_part(action, '.', 2) FROM audit_entry
             WHERE subject_type = 'outreach-campaign' AND subject_id = ? ORDER BY id
            """)
        .param(String.valueOf(id))
        .query(String.class)
        .list();
  }
}
