package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Bond;
import br.gov.sp.prefeitura.redeinfo.network.Persons.PersonDetails;
import br.gov.sp.prefeitura.redeinfo.network.Seat;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What happened in 2017. Dates of the programme are documented: launch on 18 May, statute (Portaria
 * 025/SMJ/CGM-G/2017) of 29 May in the Official Gazette of 9 June, two servants per body for access
 * to information and two for open government. Which body took how long, left seats empty or did not
 * answer is invented; that the mandates ended with the year 2018 is an assumption.
 */
@Component
@ConditionalOnDemonstration
class Programme2017 {

  static final LocalDate LAUNCH = LocalDate.of(2017, 5, 18);
  static final LocalDate DEADLINE = LocalDate.of(2017, 6, 2);
  static final LocalDate GAZETTE = LocalDate.of(2017, 6, 9);

  /** For what was decided too late for the first one. */
  static final LocalDate SECOND_GAZETTE = LocalDate.of(2017, 6, 23);

  static final LocalDate LAST_DAY = LocalDate.of(2018, 12, 31);

  static final String COORDINATION = "coordenacao-2017";

  /** Who coordinated after the first one had resigned. */
  static final String COORDINATION_LATER = COORDINATION + "-2";

  static final String SCHOOL = "emasp-2017";

  private static final String ACT_OF_GAZETTE = "6067.2017/0000025-0";
  private static final String ACT_OF_SECOND_GAZETTE = "6067.2017/0000031-4";

  /** How a body took part. */
  enum Part {
    FULL,
    /** The suplente for open government was never found. */
    THREE_SEATS,
    /** Only the focal points for access to information. */
    ACCESS_ONLY,
    RETURNED_ONCE,
    REFUSED,
    /** No answer until the deadline. */
    LAPSED
  }

  /** Who did not simply fill four seats; PR stands for today's SUB. */
  private static final Map<String, Part> PARTS =
      Map.ofEntries(
          Map.entry("smtur", Part.THREE_SEATS),
          Map.entry("sub-pa", Part.THREE_SEATS),
          Map.entry("sub-ct", Part.THREE_SEATS),
          Map.entry("ftmsp", Part.THREE_SEATS),
          Map.entry("sfmsp", Part.ACCESS_ONLY),
          Map.entry("spda", Part.ACCESS_ONLY),
          Map.entry("sub-ja", Part.RETURNED_ONCE),
          Map.entry("sehab", Part.RETURNED_ONCE),
          Map.entry("cohab-sp", Part.RETURNED_ONCE),
          Map.entry("sub-gu", Part.RETURNED_ONCE),
          Map.entry("spp", Part.REFUSED),
          Map.entry("spsec", Part.LAPSED),
          Map.entry("sp-negocios", Part.LAPSED),
          Map.entry("sers", Part.LAPSED));

  private final OfficeTime time;

  Programme2017(OfficeTime time) {
    this.time = time;
  }

  /** User name of the coordinator in office on that day. */
  static String coordinatorOn(LocalDate day) {
    return day.isAfter(People2017.COORDINATOR_RESIGNED) ? COORDINATION_LATER : COORDINATION;
  }

  static Part partOf(Body body) {
    return PARTS.getOrDefault(body.slug(), Part.FULL);
  }

  static String headOf(Body body) {
    return body.slug() + ".chefia-2017";
  }

  static String officeOf(Body body) {
    return body.slug() + ".gabinete-2017";
  }

  /** What the body's people and the coordination did, in the order of time. */
  List<Act> actsOf(Body body) {
    Part part = partOf(body);
    if (part == Part.LAPSED) {
      return List.of();
    }
    int pace = Math.floorMod(body.slug().hashCode(), 6);
    List<Act> acts = new ArrayList<>();
    List<Nominee> set = set(body, part);
    LocalDate indicated = time.after(LAUNCH, 1 + pace);
    acts.add(Act.indicate("indicate", at(indicated, body, "indicate"), officeOf(body), set));
    LocalDate answered = accept(acts, body, set, indicated, "");
    LocalDate decided = time.after(answered, 1 + pace % 2);
    if (part == Part.REFUSED) {
      acts.add(
          Act.refuse(
              "refuse",
              at(decided, body, "decide"),
              headOf(body),
              "A empresa aguarda a definição do seu quadro de pessoal e prefere aderir em outra"
                  + " rodada."));
      return acts;
    }
    if (part == Part.RETURNED_ONCE) {
      Nominee replaced = set.get(set.size() - 1);
      acts.add(
          Act.giveBack(
              "return",
              at(decided, body, "return"),
              headOf(body),
              replaced,
              "A pessoa indicada muda de setor em junho; indicar alguém que permaneça na área."));
      Nominee other = nominee(body, replaced.track(), replaced.seat(), 5);
      LocalDate again = time.after(decided, 1);
      acts.add(
          Act.indicate(
              "indicate-again", at(again, body, "indicate"), officeOf(body), List.of(other)));
      answered = accept(acts, body, List.of(other), again, "-again");
      decided = time.after(answered, 1);
    }
    acts.add(Act.approve("approve", at(decided, body, "decide"), headOf(body), null));
    LocalDate checked = time.after(decided, 1);
    acts.add(Act.validate("validate", at(checked, body, "validate"), COORDINATION));
    boolean inTime = checked.isBefore(GAZETTE);
    LocalDate gazette = inTime ? GAZETTE : SECOND_GAZETTE;
    acts.add(
        Act.publish(
            "publish",
            at(gazette, body, "publish"),
            COORDINATION,
            inTime ? ACT_OF_GAZETTE : ACT_OF_SECOND_GAZETTE,
            gazette));
    return acts;
  }

  private LocalDate accept(
      List<Act> acts, Body body, List<Nominee> set, LocalDate indicated, String suffix) {
    LocalDate answered = time.after(indicated, 1);
    for (Nominee nominee : set) {
      String key = "accept" + suffix + "-" + nominee.place();
      acts.add(Act.accept(key, at(answered, body, key), nominee));
    }
    return answered;
  }

  private static List<Nominee> set(Body body, Part part) {
    List<Nominee> set = new ArrayList<>();
    set.add(nominee(body, Track.ACCESS_TO_INFORMATION, Seat.TITULAR, 1));
    set.add(nominee(body, Track.ACCESS_TO_INFORMATION, Seat.SUPLENTE, 2));
    if (part != Part.ACCESS_ONLY) {
      set.add(nominee(body, Track.OPEN_GOVERNMENT, Seat.TITULAR, 3));
    }
    if (part != Part.ACCESS_ONLY && part != Part.THREE_SEATS) {
      set.add(nominee(body, Track.OPEN_GOVERNMENT, Seat.SUPLENTE, 4));
    }
    return set;
  }

  private static Nominee nominee(Body body, Track track, Seat seat, int number) {
    Bond bond = number % 2 == 1 ? Cast.permanentBond(body) : Cast.freeBond(body);
    PersonDetails details =
        Cast.details(
            body.slug() + ".rede2017-" + number,
            body,
            bond,
            track == Track.OPEN_GOVERNMENT ? "Planejamento" : "Atendimento ao cidadão");
    return Nominee.of(track, seat, details);
  }

  private static Instant at(LocalDate day, Body body, String what) {
    return OfficeTime.inTheMorning(day, body.slug() + " " + what);
  }
}
