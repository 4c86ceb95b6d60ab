package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.util.Optional;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before every command of the engine, whichever API it came through, and knows three kinds
 * of caller:
 *
 * <ul>
 *   <li>A person, as whom the calling thread has signed in to the engine: their command passes
 *       {@link PersonRules} or is refused.
 *   <li>The application, by one of the ports of {@code workflow}, which says so ({@link
 *       AsApplication}): its command passes as it is.
 *   <li>Nobody in particular: reading and operating pass, because jobs and the start-up do that;
 *       {@link VariableCommands} are refused. A way to the engine that somebody adds without saying
 *       in whose name writes nothing.
 * </ul>
 *
 * Commands that the engine or a delegate runs within another belong to that one: they are the
 * model's and our code's doing, not the caller's.
 */
class PersonInterceptor extends CommandInterceptor {

  private static final Logger LOG = LoggerFactory.getLogger(PersonInterceptor.class);

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
    if (person.isEmpty() && !AsApplication.isRunning() && VariableCommands.write(command)) {
      LOG.warn("command {} was sent in nobody's name", command.getClass().getSimpleName());
      throw Refusal.forbidden("engine.operation");
    }
    try {
      return next.execute(person.map(asking -> rules.admit(command, asking)).orElse(command));
    } catch (RuntimeException failure) {
      throw person.isPresent() ? EngineFailures.forPerson(failure) : EngineFailures.unwrap(failure);
    }
  }
}
