package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.pilot.PilotProgramme;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.TypedReport.TypedRow;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What other modules do about pilots goes the way of the pages. */
@Service
@Transactional
class PilotsForOthers implements PilotProgramme {

  private final DraftService drafts;
  private final ReportService reporting;
  private final Reports reports;
  private final EvidenceService evidence;
  private final ExecutionService execution;
  private final CancellationService cancellation;

  PilotsForOthers(
      DraftService drafts,
      ReportService reporting,
      Reports reports,
      EvidenceService evidence,
      ExecutionService execution,
      CancellationService cancellation) {
    this.drafts = drafts;
    this.reporting = reporting;
    this.reports = reports;
    this.evidence = evidence;
    this.execution = execution;
    this.cancellation = cancellation;
  }

  @Override
  public long begin(long bodyId, String title, SignedIn by) {
    return drafts.begin(bodyId, title, by);
  }

  @Override
  public void write(long pilotId, Map<String, String> typed, SignedIn by) {
    Draft draft = drafts.read(pilotId, by);
    Map<String, String> all = new HashMap<>(draft.typed().values());
    all.putAll(typed);
    drafts.save(pilotId, draft.revision(), TypedProposal.of(all), by);
  }

  @Override
  public void reportMilestones(long pilotId, List<Progress> progress, SignedIn by) {
    ProgressReport report = reports.open(pilotId).orElseThrow();
    List<ReportedMilestone> milestones = reports.milestonesOf(report.id());
    reporting.save(
        pilotId,
        new TypedReport(
            report.version(),
            report.summary(),
            Objects.toString(report.risk(), null),
            report.riskText(),
            report.helpWanted(),
            report.helpText(),
            report.finished(),
            IntStream.range(0, Math.min(milestones.size(), progress.size()))
                .mapToObj(i -> row(milestones.get(i), progress.get(i)))
                .toList()),
        by);
  }

  private static TypedRow row(ReportedMilestone milestone, Progress progress) {
    return new TypedRow(
        milestone.milestone().id(),
        String.valueOf(progress.percent()),
        day(progress.start()),
        day(progress.end()),
        progress.delay());
  }

  private static String day(LocalDate day) {
    return Objects.toString(day, "");
  }

  @Override
  public void addEvidence(
      long pilotId, String title, String fileName, byte[] content, SignedIn by) {
    evidence.addFile(
        pilotId,
        new NewEvidence(Evidence.Purpose.REPORT, title, true),
        fileName,
        new ByteArrayResource(content),
        by);
  }

  @Override
  public void suspend(long pilotId, String reason, SignedIn by) {
    execution.suspend(pilotId, reason, by);
  }

  @Override
  public void cancel(long pilotId, String reason, SignedIn by) {
    cancellation.cancel(pilotId, reason, by);
  }
}
