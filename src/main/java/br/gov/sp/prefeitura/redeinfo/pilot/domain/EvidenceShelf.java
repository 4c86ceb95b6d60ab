package br.gov.sp.prefeitura.redeinfo.pilot.domain;

/** How much evidence a pilot has, for the rules that ask for some. Reads join the transaction. */
interface EvidenceShelf {

  /** Files and links of the pilot, whatever they were added to. */
  int countOf(long pilotId);

  /** Files and links added to one progress report. */
  int countOfReport(long reportId);
}
