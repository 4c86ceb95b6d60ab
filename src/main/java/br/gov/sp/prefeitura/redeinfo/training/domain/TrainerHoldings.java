package br.gov.sp.prefeitura.redeinfo.training.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointments;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Holdings;
import br.gov.sp.prefeitura.redeinfo.network.Successors;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Editions that people give, whatever their function: when their last one ends, who was chosen
 * gives them, or else the other trainers alone; the coordination keeps the sheets of all.
 */
@Component
class TrainerHoldings implements Holdings {

  private final EditionRepository editions;
  private final Appointments appointments;
  private final AuditLog audit;
  private final JdbcClient jdbc;
  private final Clock clock;

  TrainerHoldings(
      EditionRepository editions,
      Appointments appointments,
      AuditLog audit,
      JdbcClient jdbc,
      Clock clock) {
    this.editions = editions;
    this.appointments = appointments;
    this.audit = audit;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public List<Holding> heldThrough(Appointment appointment) {
    List<Given> given = given(appointment.personId());
    if (given.isEmpty()) {
      return List.of();
    }
    Set<Long> likely = new TreeSet<>();
    for (Function function : List.of(Function.COORDINATION, Function.EMASP)) {
      likely.addAll(appointments.holders(null, function, SaoPaulo.today(clock)));
    }
    return given.stream().map(edition -> holding(edition, appointment.personId(), likely)).toList();
  }

  @Override
  public List<HandedOver> handOver(Appointment ended, Successors chosen) {
    boolean stays = !appointments.ofPerson(ended.personId(), SaoPaulo.today(clock)).isEmpty();
    List<HandedOver> handedOver = new ArrayList<>();
    for (Holding edition : stays ? List.<Holding>of() : heldThrough(ended)) {
      Optional<Long> successor = chosen.chosenFor(edition);
      long id = Long.parseLong(edition.ref());
      Set<Long> trainers = new LinkedHashSet<>(editions.trainers(id));
      trainers.remove(ended.personId());
      successor.ifPresent(trainers::add);
      editions.setTrainers(id, trainers);
      audit.record(
          AuditEntry.of(TrainingAction.TRAINERS_CHANGED, id)
              .about(ended.personId())
              .with("trainers", trainers));
      handedOver.add(edition.to(successor.map(Heir::person).orElse(edition.byRule())));
    }
    return handedOver;
  }

  private Holding holding(Given edition, long leaverId, Set<Long> likely) {
    List<Long> others =
        editions.trainers(edition.id()).stream().filter(one -> one != leaverId).toList();
    Set<Long> choices = new LinkedHashSet<>(others);
    choices.addAll(likely);
    choices.remove(leaverId);
    return new Holding(
        "training.holding.trainer",
        String.valueOf(edition.id()),
        edition.title(),
        "/trainings/" + edition.id(),
        null,
        others.isEmpty() ? Heir.group(Groups.COORDINATION) : Heir.person(others.get(0)),
        List.copyOf(choices));
  }

  private List<Given> given(long personId) {
    return jdbc.sql(
            """
            SELECT e.id, e.title FROM training_trainer t JOIN training_edition e ON e.id = t.edition_id
             WHERE t.person_id = :person AND e.state NOT IN ('CONCLUDED', 'CANCELLED') ORDER BY e.id
            """)
        .param("person", personId)
        .query((row, number) -> new Given(row.getLong("id"), row.getString("title")))
        .list();
  }

  private record Given(long id, String title) {}
}
