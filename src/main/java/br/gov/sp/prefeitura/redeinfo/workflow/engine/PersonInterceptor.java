package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import java.util.Optional;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Stands before every command of the engine, whichever API it came through. A command in a person's
 * name passes {@link PersonRules}; commands of the application itself, and those that the engine or
 * a delegate runs within another, pass as they are.
 */
class PersonInterceptor extends CommandInterceptor {

  private final ProcessEngineConfigurationImpl engine;
  private final PersonRules rules;

  PersonInterceptor(ProcessEngineConfigurationImpl engine, PersonRules rules) {
    this.engine = engine;
    this.rules = rules;
  }

  @Override
  public <T> T execute(Command<T> command) {
    if (Context.getCommandContext() != null) {
      return next.execute(command);
    }
    Optional<Person> person = Person.of(engine.getIdentityService().getCurrentAuthentication());
    try {
      return next.execute(person.map(asking -> rules.admit(command, asking)).orElse(command));
    } catch (RuntimeException failure) {
      throw person.isPresent() ? EngineFailures.forPerson(failure) : EngineFailures.unwrap(failure);
    }
  }
}
