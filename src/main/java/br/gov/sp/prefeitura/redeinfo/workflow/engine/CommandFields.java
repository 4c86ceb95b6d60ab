package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import org.camunda.bpm.engine.impl.interceptor.Command;
import org.springframework.beans.DirectFieldAccessor;

/**
 * Reads what a command of the engine was asked for. Commands have no accessors; their field names
 * are held against the engine's version by {@code CommandFieldsTest}.
 */
final class CommandFields {

  private CommandFields() {}

  @SuppressWarnings("unchecked")
  static <V> V read(Command<?> command, String field) {
    return (V) new DirectFieldAccessor(command).getPropertyValue(field);
  }
}
