package br.gov.sp.prefeitura.redeinfo.workflow;

import java.util.List;

/** The processes in which tasks are offered to groups, and can so be done by a substitute. */
public interface OfferedProcesses {

  /** Of the latest versions, by name. */
  List<ProcessName> all();

  /**
   * @param name the model's, in pt-BR
   */
  record ProcessName(String key, String name) {}
}
