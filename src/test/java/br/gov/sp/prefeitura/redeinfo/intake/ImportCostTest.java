package br.gov.sp.prefeitura.redeinfo.intake;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.intake.domain.ImportDesk;
import br.gov.sp.prefeitura.redeinfo.intake.domain.ListKind;
import br.gov.sp.prefeitura.redeinfo.intake.domain.PlannedLine.Verdict;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.support.IntegrationTest;
import br.gov.sp.prefeitura.redeinfo.support.NominationLife;
import br.gov.sp.prefeitura.redeinfo.support.StatementCounter;
import br.gov.sp.prefeitura.redeinfo.support.StatementCounter.Count;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Workbooks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@IntegrationTest
@Tag("benchmark")
@DisplayName("What it costs to take over")
class ImportCostTest {

  private static final Logger log = LoggerFactory.getLogger(ImportCostTest.class);
  private static final Duration BEARABLE = Duration.ofSeconds(30);

  @Autowired ApplicationContext context;
  @Autowired NominationLife life;
  @Autowired TestPeople people;
  @Autowired ImportDesk desk;

  @Test
  @DisplayName("five thousand persons, and a thousand appointments of theirs")
  void fiveThousandPersons() {
    Lists lists = new Lists(context, people.withFunction(Function.COORDINATION, "seri"));
    Body body = life.body();
    List<List<?>> persons = new ArrayList<>();
    List<List<?>> appointments = new ArrayList<>();
    persons.add(List.of("Nome", "E-mail institucional", "Órgão", "Vínculo", "Unidade", "RF"));
    appointments.add(List.of("E-mail institucional", "Órgão", "Função", "Desde"));
    for (int i = 0; i < 5000; i++) {
      String email = "medida" + Lists.next() + "@" + body.mailDomains().get(0);
      persons.add(
          List.of("Pessoa Medida", email, body.acronym(), "Efetivo", "Gabinete", Lists.rf()));
      if (i < 1000) {
        appointments.add(List.of(email, body.acronym(), "Pessoa voluntária", "01/02/2026"));
      }
    }
    takeOver(lists, ListKind.PERSONS, Workbooks.of(persons));
    takeOver(lists, ListKind.APPOINTMENTS, Workbooks.of(appointments));
  }

  private void takeOver(Lists lists, ListKind kind, byte[] workbook) {
    AtomicLong id = new AtomicLong();
    measure(
        kind + " read and kept",
        () -> id.set(desk.send(kind, "lista.xlsx", workbook, null, lists.coordinator())));
    measure(kind + " shown, all new", () -> lists.plan(id.get()));
    String shown = lists.plan(id.get()).fingerprint();
    measure(
        kind + " taken over",
        () -> assertThat(desk.apply(id.get(), shown, lists.coordinator())).isTrue());
    long again = desk.send(kind, "lista.xlsx", workbook, null, lists.coordinator());
    measure(
        kind + " shown again, all known",
        () ->
            assertThat(lists.plan(again).lines())
                .allMatch(line -> line.verdict() == Verdict.UNCHANGED));
  }

  private static void measure(String what, Runnable work) {
    long start = System.nanoTime();
    Count count = StatementCounter.count(work);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    log.info(
        "{}: {} ms, {} statements, {} rows written",
        what,
        took.toMillis(),
        count.statements(),
        count.rowsWritten());
    assertThat(took).as(what).isLessThan(BEARABLE);
  }
}
