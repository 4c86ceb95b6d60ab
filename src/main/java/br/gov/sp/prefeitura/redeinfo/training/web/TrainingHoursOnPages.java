package br.gov.sp.prefeitura.redeinfo.training.web;

import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.BodyPageSection;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.shared.web.PageSection;
import br.gov.sp.prefeitura.redeinfo.training.domain.TrainingRecords;
import br.gov.sp.prefeitura.redeinfo.training.domain.TrainingRecords.BodyHours;
import java.time.Clock;
import java.time.Year;
import java.util.List;
import org.springframework.stereotype.Component;

/** On a body's page, what its people attended of the network's trainings this year. */
@Component
class TrainingHoursOnPages implements BodyPageSection {

  private final TrainingRecords records;
  private final Clock clock;

  TrainingHoursOnPages(TrainingRecords records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  @Override
  public List<PageSection> sectionsFor(Body body) {
    Year year = Year.from(SaoPaulo.today(clock));
    BodyHours hours = records.ofBody(body.id(), year);
    return hours.attendances() == 0
        ? List.of()
        : List.of(new PageSection(25, "training-record/of-body", new OfYear(year, hours)));
  }

  /** What the section shows. */
  record OfYear(Year year, BodyHours hours) {}
}
