package br.gov.sp.prefeitura.redeinfo.audit;

import java.util.Locale;

/** The way by which something was done. Its text is the message {@code audit.channel.<code>}. */
public enum AuditChannel {
  /** A page of ours. */
  PAGE,
  /** Tasklist, with its API. */
  TASKLIST,
  /** Cockpit and Admin, the technical administration's applications. */
  COCKPIT,
  /** A list that was read in. */
  IMPORT,
  /** The application itself: jobs of the engine, scheduled work, the start. */
  JOB,
  /** The demonstration, which tells the past again. */
  REPLAY;

  /** As it is stored. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
