package br.gov.sp.prefeitura.redeinfo.audit.web;

import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/** What an auditor asks for; days are São Paulo's. */
class AuditForm {

  @DateTimeFormat(iso = ISO.DATE)
  private LocalDate from;

  @DateTimeFormat(iso = ISO.DATE)
  private LocalDate to;

  private String action;
  private String person;
  private String subjectType;
  private String subject;
  private String body;

  public LocalDate getFrom() {
    return from;
  }

  public void setFrom(LocalDate from) {
    this.from = from;
  }

  public LocalDate getTo() {
    return to;
  }

  public void setTo(LocalDate to) {
    this.to = to;
  }

  public String getAction() {
    return action;
  }

  public void setAction(String action) {
    this.action = action;
  }

  /** User name or institutional e-mail. */
  public String getPerson() {
    return person;
  }

  public void setPerson(String person) {
    this.person = person;
  }

  public String getSubjectType() {
    return subjectType;
  }

  public void setSubjectType(String subjectType) {
    this.subjectType = subjectType;
  }

  public String getSubject() {
    return subject;
  }

  public void setSubject(String subject) {
    this.subject = subject;
  }

  /** The body's slug. */
  public String getBody() {
    return body;
  }

  public void setBody(String body) {
    this.body = body;
  }
}
