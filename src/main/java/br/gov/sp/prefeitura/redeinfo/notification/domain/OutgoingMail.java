package br.gov.sp.prefeitura.redeinfo.notification.domain;

import java.time.Instant;

/** A row that a dispatcher has taken to send it. */
interface OutgoingMail {

  long id();

  String template();

  /** How often a dispatcher has taken the row; says which attempt speaks. */
  int attempts();

  /** When its link stops working, or {@code null}. */
  Instant expiresAt();
}
