package br.gov.sp.prefeitura.redeinfo.workflow.engine;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/**
 * The person in whose name the engine is asked. The application's own calls have none, and are not
 * subject to the rules for people.
 */
record Person(String userId, Set<String> groups) {

  /** Technical administration: Cockpit and Admin. */
  static final String ADMINISTRATION = "camunda-admin";

  /** The coordinating unit, which also looks after tasks that people leave lying. */
  static final String COORDINATION = "coordination";

  /** Groups that read every task, instance and history, and gain no right to act by it. */
  static final Set<String> READERS = Set.of(COORDINATION, "auditor");

  Person {
    groups = Set.copyOf(groups);
  }

  static Optional<Person> of(Authentication authentication) {
    if (authentication == null || authentication.getUserId() == null) {
      return Optional.empty();
    }
    Collection<String> groups = authentication.getGroupIds();
    return Optional.of(
        new Person(
            authentication.getUserId(), Set.copyOf(groups == null ? List.<String>of() : groups)));
  }

  /**
   * Whoever the running command is checked for: nobody inside delegates and listeners, which act
   * for the application even when a person's click set them off.
   */
  static Optional<Person> checkedIn(CommandContext context) {
    return context != null && context.isAuthorizationCheckEnabled()
        ? of(context.getAuthentication())
        : Optional.empty();
  }

  static Optional<Person> checkedNow() {
    return checkedIn(Context.getCommandContext());
  }

  boolean isAdministrator() {
    return groups.contains(ADMINISTRATION);
  }

  boolean coordinates() {
    return groups.contains(COORDINATION);
  }

  /** Whether they may read tasks that are neither theirs nor offered to them. */
  boolean readsEverything() {
    return isAdministrator() || groups.stream().anyMatch(READERS::contains);
  }
}
