package br.gov.sp.prefeitura.redeinfo.pilot.web;

import br.gov.sp.prefeitura.redeinfo.pilot.domain.ProgressReport;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.ReportedMilestone;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.TypedReport;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.TypedReport.TypedRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What is typed of a progress report, as it was typed. */
class ReportForm {

  /** As many milestones as a proposal can have. */
  static final int MOST_ROWS = 40;

  private int version;
  private String summary;
  private String risk;
  private String riskText;
  private boolean helpWanted;
  private String helpText;
  private boolean finished;
  private List<Row> rows = new ArrayList<>();

  static ReportForm of(ProgressReport report, List<ReportedMilestone> milestones) {
    ReportForm form = new ReportForm();
    form.version = report.version();
    form.summary = report.summary();
    form.risk = report.risk() == null ? null : report.risk().name();
    form.riskText = report.riskText();
    form.helpWanted = report.helpWanted();
    form.helpText = report.helpText();
    form.finished = report.finished();
    milestones.forEach(milestone -> form.rows.add(Row.of(milestone)));
    return form;
  }

  TypedReport typed() {
    return new TypedReport(
        version,
        summary,
        risk,
        riskText,
        helpWanted,
        helpText,
        finished,
        rows.stream().filter(Objects::nonNull).map(Row::typed).toList());
  }

  /**
   * What this one says differently from another, by field: what stands in this one.
   *
   * @param other the same report, as somebody typed it
   */
  Map<String, String> differences(ReportForm other) {
    Map<String, String> mine = values();
    other.values().forEach((field, value) -> mine.remove(field, value));
    return mine;
  }

  private Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("summary", plain(summary));
    values.put("risk", plain(risk));
    values.put("riskText", plain(riskText));
    values.put("helpWanted", String.valueOf(helpWanted));
    values.put("helpText", plain(helpText));
    values.put("finished", String.valueOf(finished));
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      values.put("rows[" + i + "].percent", plain(row.percent));
      values.put("rows[" + i + "].actualStart", plain(row.actualStart));
      values.put("rows[" + i + "].actualEnd", plain(row.actualEnd));
      values.put("rows[" + i + "].delayReason", plain(row.delayReason));
    }
    return values;
  }

  private static String plain(String typed) {
    return typed == null ? "" : typed.strip().replace("\r\n", "\n");
  }

  public int getVersion() {
    return version;
  }

  public void setVersion(int version) {
    this.version = version;
  }

  public String getSummary() {
    return summary;
  }

  public void setSummary(String summary) {
    this.summary = summary;
  }

  public String getRisk() {
    return risk;
  }

  public void setRisk(String risk) {
    this.risk = risk;
  }

  public String getRiskText() {
    return riskText;
  }

  public void setRiskText(String riskText) {
    this.riskText = riskText;
  }

  public boolean isHelpWanted() {
    return helpWanted;
  }

  public void setHelpWanted(boolean helpWanted) {
    this.helpWanted = helpWanted;
  }

  public String getHelpText() {
    return helpText;
  }

  public void setHelpText(String helpText) {
    this.helpText = helpText;
  }

  public boolean isFinished() {
    return finished;
  }

  public void setFinished(boolean finished) {
    this.finished = finished;
  }

  public List<Row> getRows() {
    return rows;
  }

  public void setRows(List<Row> rows) {
    this.rows = rows;
  }

  /** One milestone. */
  static class Row {

    private long milestoneId;
    private String percent;
    private String actualStart;
    private String actualEnd;
    private String delayReason;

    private static Row of(ReportedMilestone reported) {
      Row row = new Row();
      row.milestoneId = reported.milestone().id();
      row.percent = String.valueOf(reported.percent());
      row.actualStart = Objects.toString(reported.actualStart(), null);
      row.actualEnd = Objects.toString(reported.actualEnd(), null);
      row.delayReason = reported.delayReason();
      return row;
    }

    private TypedRow typed() {
      return new TypedRow(milestoneId, percent, actualStart, actualEnd, delayReason);
    }

    public long getMilestoneId() {
      return milestoneId;
    }

    public void setMilestoneId(long milestoneId) {
      this.milestoneId = milestoneId;
    }

    public String getPercent() {
      return percent;
    }

    public void setPercent(String percent) {
      this.percent = percent;
    }

    public String getActualStart() {
      return actualStart;
    }

    public void setActualStart(String actualStart) {
      this.actualStart = actualStart;
    }

    public String getActualEnd() {
      return actualEnd;
    }

    public void setActualEnd(String actualEnd) {
      this.actualEnd = actualEnd;
    }

    public String getDelayReason() {
      return delayReason;
    }

    public void setDelayReason(String delayReason) {
      this.delayReason = delayReason;
    }
  }
}
