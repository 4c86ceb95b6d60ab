package br.gov.sp.prefeitura.redeinfo.nomination.web;

import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationLine;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationLine.WaitingFor;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.NominationLists;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.RoundQueries;
import br.gov.sp.prefeitura.redeinfo.shared.web.Csv;
import br.gov.sp.prefeitura.redeinfo.shared.web.Dates;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A round as a table to download: one row per body and open task. */
@Controller
class RoundExportController {

  /** A round asks each body once; the city has some eighty. */
  private static final int LINES = 1000;

  private final RoundQueries rounds;
  private final NominationLists lists;
  private final NominationWords words;
  private final Dates dates;

  RoundExportController(
      RoundQueries rounds, NominationLists lists, NominationWords words, Dates dates) {
    this.rounds = rounds;
    this.lists = lists;
    this.words = words;
    this.dates = dates;
  }

  @GetMapping("/rounds/{id:[0-9]+}.csv")
  ResponseEntity<byte[]> csv(@PathVariable long id) {
    rounds.overview(id);
    Csv csv = new Csv();
    csv.row(
        words.text("round.column.acronym"),
        words.text("round.column.body"),
        words.text("round.column.state"),
        words.text("round.column.asked"),
        words.text("round.column.filled"),
        words.text("round.column.step"),
        words.text("round.column.who"),
        words.text("round.column.since"),
        words.text("round.column.due"),
        words.text("round.column.overdue"));
    for (NominationLine line : lists.ofRound(id, null, null, null, LINES)) {
      if (line.waitingFor().isEmpty()) {
        row(csv, line, null);
      }
      line.waitingFor().forEach(task -> row(csv, line, task));
    }
    return csv.download("rodada-" + id + ".csv");
  }

  private void row(Csv csv, NominationLine line, WaitingFor task) {
    csv.row(
        line.body().acronym(),
        line.body().name(),
        words.text("nomination.state." + line.state()),
        line.asked(),
        line.filled(),
        task == null ? null : words.text("nomination.task." + task.step()),
        task == null ? null : words.who(task, line.body()),
        task == null ? null : dates.day(task.since()),
        task == null ? null : dates.day(task.dueAt()),
        task == null ? null : words.text(task.overdue() ? "round.yes" : "round.no"));
  }
}
