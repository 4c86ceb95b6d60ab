package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Seat;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the people of one body have done since the round of last week was opened. */
@Component
@ConditionalOnDemonstration
class CurrentActs {

  /** Working days before today on which the round was opened. */
  static final int DAYS_SINCE_OPENED = 5;

  private static final String COORDINATION = "coordenacao";
  private static final String ACT_NUMBER = "6067.%d/0000417-2";

  private final OfficeTime time;

  CurrentActs(OfficeTime time) {
    this.time = time;
  }

  /**
   * @param opened the day on which the round was opened
   */
  List<Act> of(Body body, CurrentStage stage, LocalDate opened) {
    Nominee titular = open(body, Seat.TITULAR, 1);
    Nominee suplente = open(body, Seat.SUPLENTE, 2);
    Story story = new Story(body, opened);
    return switch (stage) {
      case TO_INDICATE -> List.of();
      case TO_ACCEPT -> List.of(story.indicate(3, titular, suplente), story.accept(4, suplente));
      case TO_APPROVE ->
          List.of(
              story.indicate(1, titular, suplente),
              story.accept(2, titular),
              story.accept(3, suplente));
      case TO_APPROVE_AGAIN -> {
        Nominee first = outsider(body);
        yield List.of(
            story.indicate(0, titular, first),
            story.accept(1, titular),
            story.accept(1, first),
            story.giveBack(
                2,
                first,
                "Na primeira indicação a pessoa estava em estágio probatório em outra área."
                    + " Indicar alguém da equipe de planejamento."),
            story.indicateAgain(3, suplente),
            story.accept(4, suplente));
      }
      case RETURNED ->
          List.of(
              story.indicate(0, titular, suplente),
              story.accept(1, titular),
              story.accept(2, suplente),
              story.giveBack(
                  4,
                  suplente,
                  "A pessoa indicada como suplente entra em licença no próximo mês. Indicar alguém"
                      + " que possa participar das reuniões trimestrais."));
      case REFUSED ->
          List.of(
              story.indicate(0, titular, suplente),
              story.accept(1, titular),
              story.accept(1, suplente),
              Act.refuse(
                  "refuse",
                  story.afternoon(3, "refuse"),
                  story.head(),
                  "A empresa passa por reorganização e não indicará pessoas nesta rodada."));
      case TO_VALIDATE -> story.untilApproved(titular, suplente);
      case TO_PUBLISH -> append(story.untilApproved(titular, suplente), story.validate(3));
      case IN_FORCE ->
          append(
              append(story.untilApproved(titular, suplente), story.validate(3)), story.publish(4));
    };
  }

  /** SVMA's vacancy that waits for the head. */
  List<Act> ofTitularVacancy(Body body, LocalDate opened) {
    Nominee proposed =
        nominee(body, Track.ACCESS_TO_INFORMATION, Seat.TITULAR, CurrentAccounts.PROPOSED);
    Story story = new Story(body, opened);
    return List.of(story.indicate(4, proposed), story.accept(6, proposed));
  }

  private static List<Act> append(List<Act> acts, Act act) {
    return java.util.stream.Stream.concat(acts.stream(), java.util.stream.Stream.of(act)).toList();
  }

  private static Nominee open(Body body, Seat seat, int number) {
    return nominee(body, Track.OPEN_GOVERNMENT, seat, number);
  }

  private static Nominee nominee(Body body, Track track, Seat seat, int number) {
    return Nominee.of(
        track,
        seat,
        Cast.details(
            CurrentAccounts.member(body.slug(), number),
            body,
            CurrentAccounts.bondOfMember(body, number),
            CurrentAccounts.unitOfMember(number)));
  }

  /** Somebody who has no account yet. */
  private static Nominee outsider(Body body) {
    return Nominee.of(
        Track.OPEN_GOVERNMENT,
        Seat.SUPLENTE,
        Cast.details(body.slug() + ".indicada", body, Cast.freeBond(body), "Comunicação"));
  }

  /** Puts a body's acts on the days since the opening: indications first, decisions later. */
  private final class Story {

    private final Body body;
    private final LocalDate opened;

    Story(Body body, LocalDate opened) {
      this.body = body;
      this.opened = opened;
    }

    String head() {
      return body.slug() + ".chefia";
    }

    Act indicate(int day, Nominee... set) {
      return Act.indicate("indicate", morning(day, "indicate"), office(), List.of(set));
    }

    Act indicateAgain(int day, Nominee changed) {
      return Act.indicate(
          "indicate-again", morning(day, "indicate-again"), office(), List.of(changed));
    }

    Act accept(int day, Nominee nominee) {
      String key = "accept-" + nominee.details().email();
      return Act.accept(key, afternoon(day, key), nominee);
    }

    Act giveBack(int day, Nominee replace, String reason) {
      return Act.giveBack("return", afternoon(day, "return"), head(), replace, reason);
    }

    Act validate(int day) {
      return Act.validate("validate", afternoon(day, "validate"), COORDINATION);
    }

    Act publish(int day) {
      LocalDate gazette = time.after(opened, day);
      return Act.publish(
          "publish",
          morning(day, "publish"),
          COORDINATION,
          ACT_NUMBER.formatted(gazette.getYear()),
          gazette);
    }

    List<Act> untilApproved(Nominee titular, Nominee suplente) {
      return List.of(
          indicate(0, titular, suplente),
          accept(1, titular),
          accept(1, suplente),
          Act.approve("approve", afternoon(2, "approve"), head(), null));
    }

    private String office() {
      return body.slug() + ".gabinete";
    }

    private Instant morning(int day, String what) {
      return OfficeTime.inTheMorning(time.after(opened, day), body.slug() + " " + what);
    }

    Instant afternoon(int day, String what) {
      return OfficeTime.inTheAfternoon(time.after(opened, day), body.slug() + " " + what);
    }
  }
}
