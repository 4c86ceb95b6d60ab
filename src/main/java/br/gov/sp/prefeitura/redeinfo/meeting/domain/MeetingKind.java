package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * A kind of meetings and its rules.
 *
 * @param quorum part of those expected that has to be present; {@code null} if none is asked for
 * @param noticeDays working days between convocation and meeting, at least
 * @param invitedGroups groups; {@code *.members}, {@code *.head} and {@code *.office} mean those of
 *     every body
 * @param approverGroups who approves the minutes
 * @param quarterly whether such a meeting is the one that every quarter needs
 */
public record MeetingKind(
    String code,
    String namePt,
    String nameEn,
    BigDecimal quorum,
    int noticeDays,
    List<String> invitedGroups,
    List<String> approverGroups,
    boolean quarterly) {

  public MeetingKind {
    invitedGroups = List.copyOf(invitedGroups);
    approverGroups = List.copyOf(approverGroups);
  }

  /** Its name in the language, or else in Portuguese. */
  public String name(Locale locale) {
    return locale != null && locale.getLanguage().equals("en") ? nameEn : namePt;
  }

  /** Whether so many of those expected are enough; {@code null} if none is asked for. */
  public Boolean isMet(int present, int expected) {
    return quorum == null
        ? null
        : BigDecimal.valueOf(present).compareTo(quorum.multiply(BigDecimal.valueOf(expected))) >= 0;
  }
}
