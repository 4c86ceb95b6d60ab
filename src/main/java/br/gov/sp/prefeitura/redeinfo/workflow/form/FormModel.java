package br.gov.sp.prefeitura.redeinfo.workflow.form;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A deployed form as far as the server needs it.
 *
 * @param inputs in the order of the form
 * @param names every name the form mentions: its inputs, and what its texts, tables and conditions
 *     show; nothing else is sent to it
 */
record FormModel(String id, List<Input> inputs, Set<String> names) {

  FormModel {
    inputs = List.copyOf(inputs);
    names = Set.copyOf(names);
  }

  Optional<Input> input(String key) {
    return inputs.stream().filter(input -> input.key().equals(key)).findFirst();
  }
}
