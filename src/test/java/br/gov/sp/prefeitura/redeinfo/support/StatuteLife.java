package br.gov.sp.prefeitura.redeinfo.support;

import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.statute.domain.Draft;
import br.gov.sp.prefeitura.redeinfo.statute.domain.Publication;
import br.gov.sp.prefeitura.redeinfo.statute.domain.StatuteDesk;
import br.gov.sp.prefeitura.redeinfo.statute.domain.StatuteText;
import br.gov.sp.prefeitura.redeinfo.statute.domain.StatuteVersion;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;

/**
 * Versions of the statute for tests. The version in force is everybody's: who publishes one changes
 * it for the tests that follow.
 */
@TestComponent
public class StatuteLife {

  private static final AtomicInteger COUNTER = new AtomicInteger();

  private final StatuteDesk desk;
  private final TestPeople people;
  private final TrainingLife life;
  private final Clock clock;

  StatuteLife(StatuteDesk desk, TestPeople people, TrainingLife life, Clock clock) {
    this.desk = desk;
    this.people = people;
    this.life = life;
    this.clock = clock;
  }

  /** A new version with a text of its own, in force from now on. */
  public StatuteVersion publish() {
    int number = COUNTER.incrementAndGet();
    return publish(
        new StatuteText(
            "Princípios inventados " + number + ".\n\nSegundo parágrafo.",
            "Papéis inventados.",
            "Deveres inventados.",
            "Atividades inventadas."));
  }

  /** The same with this text. */
  public StatuteVersion publish(StatuteText text) {
    Person coordinator = people.withFunction(Function.COORDINATION, "cgm");
    Draft saved = desk.save(desk.draft().revision(), text, life.signedIn(coordinator));
    return desk.publish(saved.revision(), publication(), life.signedIn(coordinator));
  }

  /** An act of today. */
  public Publication publication() {
    LocalDate today = SaoPaulo.today(clock);
    return new Publication(
        "Portaria inventada " + COUNTER.incrementAndGet(), null, today, today, null);
  }
}
