package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;

/** Filters are stored queries: guarded when stored, and again when executed. */
final class FilterCommands {

  private FilterCommands() {}

  static Command<?> save(Command<?> command, Person person) {
    Filter filter = CommandFields.read(command, "filter");
    QueryGuard.check(filter.getQuery());
    return command;
  }

  /** Checks what was stored too: it may be older than the guard. */
  static Command<?> execute(Command<?> command, Person person) {
    QueryGuard.check(CommandFields.read(command, "extendingQuery"));
    String filterId = CommandFields.read(command, "filterId");
    return context -> {
      FilterEntity filter =
          filterId == null ? null : context.getFilterManager().findFilterById(filterId);
      if (filter != null) {
        QueryGuard.check(filter.getQuery());
      }
      return command.execute(context);
    };
  }
}
