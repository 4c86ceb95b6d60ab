package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import br.gov.sp.prefeitura.redeinfo.cover.AbsenceCovers;
import br.gov.sp.prefeitura.redeinfo.cover.AbsenceCovers.NewCover;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Somebody is away: the office stands in for SVMA's head now, and for Education's soon. */
@Component
@ConditionalOnDemonstration
class CurrentCovers {

  private static final String STORY = "current/covers";

  private final StepLog steps;
  private final AbsenceCovers covers;
  private final Persons persons;
  private final EngineDirectory directory;
  private final OfficeTime time;

  CurrentCovers(
      StepLog steps,
      AbsenceCovers covers,
      Persons persons,
      EngineDirectory directory,
      OfficeTime time) {
    this.steps = steps;
    this.covers = covers;
    this.persons = persons;
    this.directory = directory;
    this.time = time;
  }

  /** Safe to repeat, also on another day. */
  void play(List<Body> bodies, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, SaoPaulo.ZONE);
    LocalDate day =
        LocalDate.ofEpochDay(
            steps.result(STORY + "/day", OfficeTime.startOf(today), today::toEpochDay));
    Set<String> slugs = Set.copyOf(bodies.stream().map(Body::slug).toList());
    if (slugs.contains("svma")) {
      name("svma", time.before(day, 2), time.before(day, 2), time.after(day, 8));
    }
    if (slugs.contains("sme")) {
      name("sme", time.before(day, 1), time.after(day, 5), time.after(day, 15));
    }
  }

  private void name(String slug, LocalDate named, LocalDate from, LocalDate until) {
    steps.once(
        STORY + "/" + slug,
        OfficeTime.startOf(named),
        () -> {
          Person head = persons.findByUsername(slug + ".chefia").orElseThrow();
          Person office = persons.findByUsername(slug + ".gabinete").orElseThrow();
          covers.name(
              new NewCover(
                  head.id(), office.id(), from.atTime(9, 0), until.atTime(18, 0), Set.of(), null),
              new SignedIn(
                  head.id(), head.username(), head.name(), directory.groupsOf(head.username())));
        });
  }
}
