package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.outreach.Audience;
import br.gov.sp.prefeitura.redeinfo.outreach.CampaignPlan;
import br.gov.sp.prefeitura.redeinfo.outreach.CampaignPlan.Measure;
import br.gov.sp.prefeitura.redeinfo.outreach.CampaignPlan.Wave;
import br.gov.sp.prefeitura.redeinfo.outreach.Contacts;
import br.gov.sp.prefeitura.redeinfo.outreach.Contacts.ContactDetails;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The campaign before the launch: the earlier Rede INFO had about 250 servants, and at least 85 of
 * those asked took an interest. That these 85 were among the 250, and the days, is invented.
 */
@Component
@ConditionalOnDemonstration
class Outreach2017 {

  static final int EARLIER_MEMBERS = 250;

  static final String ORIGIN = "Rede INFO 2012";

  private static final String STORY = "2017/outreach";
  private static final LocalDate LISTED = LocalDate.of(2017, 4, 17);
  private static final LocalDate FIRST_WAVE = LocalDate.of(2017, 4, 20);
  private static final LocalDate SECOND_WAVE = LocalDate.of(2017, 4, 26);
  private static final LocalDate LAST_DAY = LocalDate.of(2017, 5, 31);
  private static final Instant OVER = OfficeTime.startOf(LocalDate.of(2017, 6, 1));

  private final Contacts contacts;
  private final OutreachPlayer player;
  private final StepLog steps;

  Outreach2017(Contacts contacts, OutreachPlayer player, StepLog steps) {
    this.contacts = contacts;
    this.player = player;
    this.steps = steps;
  }

  /**
   * Both waves go out; answers may come.
   *
   * @return the campaign's id
   */
  long invite(List<Body> bodies) {
    steps.once(
        STORY + "/contacts", OfficeTime.startOf(LISTED), () -> contacts.saveAll(earlier(bodies)));
    long id =
        player.begin(
            STORY,
            OfficeTime.inTheMorning(LISTED, STORY),
            OfficeTime.inTheAfternoon(LISTED.plusDays(1), STORY),
            Programme2017.COORDINATION,
            new CampaignPlan(
                "Antes do lançamento de 18 de maio de 2017",
                "{name}, a Rede INFO volta com o governo aberto",
                "Você participou da Rede INFO, que desde 2012 ajudou {body} a responder aos pedidos"
                    + " de informação.\n\nEm 18 de maio lançamos a Rede INFO Aberta, que junta ao"
                    + " acesso à informação o governo aberto. Quem quiser participar sem assento"
                    + " entra como pessoa voluntária, com lugar nas oficinas.\n\n(Texto fictício da"
                    + " demonstração.)",
                Set.of(Audience.CONTACTS),
                null,
                List.of(
                    new Wave(FIRST_WAVE, Measure.SHARE, 50),
                    new Wave(SECOND_WAVE, Measure.REST, null)),
                LAST_DAY));
    player.until(OfficeTime.startOf(SECOND_WAVE.plusDays(1)), id);
    return id;
  }

  /** Its last day passes; who answered has been counted. */
  void close(long id) {
    player.until(OVER, id);
  }

  private static List<ContactDetails> earlier(List<Body> bodies) {
    List<ContactDetails> listed = new ArrayList<>();
    for (int i = 1; i <= EARLIER_MEMBERS; i++) {
      Body body = bodies.get(i % bodies.size());
      String username =
          i <= Volunteers2017.MAPPED
              ? Volunteers2017.username(i)
              : "rede-info-2012-%03d".formatted(i);
      listed.add(contact(username, body, ORIGIN));
    }
    return listed;
  }

  static ContactDetails contact(String username, Body body, String origin) {
    return new ContactDetails(
        InventedNames.of(username), username + "@" + body.mailDomains().get(0), body.id(), origin);
  }
}
