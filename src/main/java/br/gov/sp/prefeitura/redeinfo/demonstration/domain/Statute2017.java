package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import br.gov.sp.prefeitura.redeinfo.statute.StatuteProgramme;
import br.gov.sp.prefeitura.redeinfo.statute.StatuteProgramme.NewTarget;
import br.gov.sp.prefeitura.redeinfo.statute.StatuteProgramme.NewVersion;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The statute of 2017 and the year's plan. Act and dates are documented (Portaria
 * 025/SMJ/CGM-G/2017 of 29 May, gazette of 9 June), and so is what was planned; the text is our
 * own, and where the report names no number the target is assumed. Of who accepted it then nothing
 * is known: it is published here before anybody is a member, so nobody is asked.
 */
@Component
@ConditionalOnDemonstration
class Statute2017 {

  private static final String STORY = "2017/statute";
  private static final LocalDate ACT_DAY = LocalDate.of(2017, 5, 29);
  private static final LocalDate LAST_DAY = LocalDate.of(2017, 12, 31);

  private final StepLog steps;
  private final StatuteProgramme statute;
  private final StatuteCast cast;

  Statute2017(StepLog steps, StatuteProgramme statute, StatuteCast cast) {
    this.steps = steps;
    this.statute = statute;
    this.cast = cast;
  }

  /** Before the nominations are replayed. */
  void publish() {
    steps.once(
        STORY,
        OfficeTime.startOf(Programme2017.GAZETTE),
        () ->
            statute.publish(
                new NewVersion(
                    StatuteWords2017.PRINCIPLES,
                    StatuteWords2017.ROLES,
                    StatuteWords2017.DUTIES,
                    StatuteWords2017.ACTIVITIES,
                    "Portaria 025/SMJ/CGM-G/2017",
                    ACT_DAY,
                    Programme2017.GAZETTE),
                cast.coordinator(Programme2017.COORDINATION)));
    steps.once(
        STORY + "/plan",
        OfficeTime.startOf(Programme2017.GAZETTE),
        () -> statute.publishPlan(2017, targets(), cast.coordinator(Programme2017.COORDINATION)));
  }

  private List<NewTarget> targets() {
    return List.of(
        measured(
            "Quatro oficinas e quatro aulas do curso de acesso à informação", "trainings-held", 8),
        measured("Pessoas em formações da rede", "people-trained", 80),
        measured("Formações em cada secretaria", "bodies-trained", 22),
        measured("Projetos-piloto apresentados em 1º de dezembro", "pilots-presented", 12),
        cast.measures("meetings-held")
            ? measured("Encontros trimestrais com CIGA e São Paulo Aberta", "meetings-held", 4)
            : byHand("Encontros trimestrais com CIGA e São Paulo Aberta", 4, 4),
        byHand("Encontro com altas autoridades", 0, 1));
  }

  private static NewTarget measured(String what, String measure, int target) {
    return new NewTarget(what, measure, null, target, Programme2017.LAUNCH, LAST_DAY, null, null);
  }

  private static NewTarget byHand(String what, int done, int target) {
    return new NewTarget(what, null, done, target, Programme2017.LAUNCH, LAST_DAY, null, null);
  }
}
