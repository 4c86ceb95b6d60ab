package br.gov.sp.prefeitura.redeinfo.meeting.domain;

import java.util.List;

/** The open follow-ups that come onto the agenda of the next meeting of their kind. */
public interface CarriedOver {

  /** Follow-ups of meetings of the kind that are not done, the earliest due first. */
  List<Open> open(String kind);

  /**
   * @param title in few words, at most 200 characters
   */
  record Open(long followUpId, String title) {}
}
