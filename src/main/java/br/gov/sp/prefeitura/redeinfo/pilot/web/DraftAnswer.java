package br.gov.sp.prefeitura.redeinfo.pilot.web;

import br.gov.sp.prefeitura.redeinfo.pilot.web.ProposalView.Gap;
import java.util.List;
import java.util.Map;

/**
 * What the page's script learns when it has saved.
 *
 * @param revision from which the person types on
 * @param saved e.g. "Salvo às 14:32"
 * @param others what others changed meanwhile, by field; an empty text for what they took out
 * @param clashes what both changed, not saved until the person has chosen
 * @param ready e.g. "4 de 6 partes prontas"
 * @param readyParts how many of them
 * @param parts how each part stands, by its name
 * @param gaps what is missing before the proposal can be sent
 */
record DraftAnswer(
    int revision,
    String saved,
    Map<String, String> others,
    List<Other> clashes,
    String ready,
    long readyParts,
    Map<String, String> parts,
    List<Gap> gaps) {

  /**
   * @param who e.g. "Ana escreveu aqui às 14:31"
   * @param fields by name; an empty text for what is blank
   */
  record Other(String unit, String label, String who, Map<String, String> fields) {}
}
