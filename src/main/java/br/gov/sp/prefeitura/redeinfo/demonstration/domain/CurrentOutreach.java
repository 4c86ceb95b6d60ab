package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.outreach.Audience;
import br.gov.sp.prefeitura.redeinfo.outreach.CampaignPlan;
import br.gov.sp.prefeitura.redeinfo.outreach.CampaignPlan.Measure;
import br.gov.sp.prefeitura.redeinfo.outreach.CampaignPlan.Wave;
import br.gov.sp.prefeitura.redeinfo.outreach.Contacts;
import br.gov.sp.prefeitura.redeinfo.outreach.Contacts.ContactDetails;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A campaign of today: one wave has gone out, one is to come. */
@Component
@ConditionalOnDemonstration
class CurrentOutreach {

  private static final String STORY = "current/outreach";
  private static final String COORDINATOR = "coordenacao";
  private static final int BODIES = 12;
  private static final int PER_BODY = 4;
  private static final int WRITTEN_DAYS_AGO = 8;
  private static final int FIRST_WAVE_DAYS_AGO = 4;
  private static final int SECOND_WAVE_IN_DAYS = 6;
  private static final int LAST_DAY_IN_DAYS = 25;

  private final Contacts contacts;
  private final OutreachPlayer player;
  private final StepLog steps;
  private final OfficeTime time;

  CurrentOutreach(Contacts contacts, OutreachPlayer player, StepLog steps, OfficeTime time) {
    this.contacts = contacts;
    this.player = player;
    this.steps = steps;
    this.time = time;
  }

  /** Safe to repeat, also on another day. */
  void play(List<Body> bodies, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, SaoPaulo.ZONE);
    LocalDate day =
        LocalDate.ofEpochDay(
            steps.result(STORY + "/day", OfficeTime.startOf(today), today::toEpochDay));
    List<Body> invited = bodies.subList(0, Math.min(BODIES, bodies.size()));
    LocalDate written = time.before(day, WRITTEN_DAYS_AGO);
    steps.once(
        STORY + "/contacts", OfficeTime.startOf(written), () -> contacts.saveAll(guests(invited)));
    long id =
        player.begin(
            STORY,
            OfficeTime.inTheMorning(written, STORY),
            OfficeTime.inTheAfternoon(written, STORY),
            COORDINATOR,
            new CampaignPlan(
                "Quem esteve no Encontro de Governo Aberto",
                "{name}, leve a rede para o seu órgão",
                "Você esteve no Encontro de Governo Aberto. A rede procura em {body} quem queira"
                    + " aprender e ensinar sobre acesso à informação e participação.\n\nPessoas"
                    + " voluntárias não têm assento, mas têm lugar nas oficinas e nas reuniões."
                    + "\n\n(Texto fictício da demonstração.)",
                Set.of(Audience.CONTACTS, Audience.EARLIER_MEMBERS),
                invited.stream().map(Body::id).collect(Collectors.toSet()),
                List.of(
                    new Wave(time.before(day, FIRST_WAVE_DAYS_AGO), Measure.SHARE, 50),
                    new Wave(time.after(day, SECOND_WAVE_IN_DAYS), Measure.REST, null)),
                time.after(day, LAST_DAY_IN_DAYS)));
    player.until(now, id);
    player.leave(id);
  }

  private static List<ContactDetails> guests(List<Body> bodies) {
    List<ContactDetails> listed = new ArrayList<>();
    for (Body body : bodies) {
      for (int i = 1; i <= PER_BODY; i++) {
        listed.add(
            Outreach2017.contact(
                "encontro-%s-%d".formatted(body.slug(), i), body, "Encontro de Governo Aberto"));
      }
    }
    return listed;
  }
}
