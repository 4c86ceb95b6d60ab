package br.gov.sp.prefeitura.redeinfo.shared.privacy;

import java.util.List;

/**
 * What a module keeps about a person, for the person's own copy of their data (LGPD, art. 18). Each
 * module that keeps something of persons implements it; what others wrote about the person belongs
 * to it as far as it does not show the others' own data.
 */
public interface PersonalData {

  /** The module's tables about the person, read in a bounded number of statements. */
  List<Section> of(long personId);

  /**
   * @param messageKey the section's name, as a message of the bundle
   * @param columns message keys of the columns
   * @param rows the values as people read them, in the order of the columns; {@code null} for none
   */
  record Section(String messageKey, List<String> columns, List<List<String>> rows) {

    public Section {
      columns = List.copyOf(columns);
    }
  }
}
