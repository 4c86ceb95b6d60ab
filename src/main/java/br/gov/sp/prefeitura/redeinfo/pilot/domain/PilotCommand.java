package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import java.util.Arrays;
import java.util.Optional;

/** What people tell a pilot to do on pages of its own, beside its tasks. */
public enum PilotCommand {
  /** Write the report that is asked for. */
  REPORT("report"),
  /** Report before the period is over. */
  REPORT_EARLY("report"),
  SUSPENSION("suspension"),
  RESUMPTION("resumption"),
  /** Also: discard a draft. */
  CANCELLATION("cancellation"),
  SPONSOR("sponsor"),
  SCOPE_CHANGE("scope-change"),
  /** Give the date of the presentation up for another one. */
  PRESENTATION("presentation");

  private final String path;

  PilotCommand(String path) {
    this.path = path;
  }

  /** Last part of the page's address. */
  public String path() {
    return path;
  }

  /** The command of this page; the report has a page unlike the others. */
  public static Optional<PilotCommand> ofPath(String path) {
    return Arrays.stream(values())
        .filter(command -> command != REPORT && command != REPORT_EARLY)
        .filter(command -> command.path.equals(path))
        .findFirst();
  }
}
