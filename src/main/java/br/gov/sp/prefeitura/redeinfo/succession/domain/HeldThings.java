package br.gov.sp.prefeitura.redeinfo.succession.domain;

import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Holdings;
import br.gov.sp.prefeitura.redeinfo.network.Holdings.Heir;
import br.gov.sp.prefeitura.redeinfo.network.Holdings.Holding;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory;
import br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory.EngineGroup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Everything that people hold through some appointments, of all modules, each thing once. */
@Component
public class HeldThings {

  private final List<Holdings> modules;
  private final Persons persons;
  private final EngineDirectory directory;
  private final MessageSource messages;

  HeldThings(
      List<Holdings> modules, Persons persons, EngineDirectory directory, MessageSource messages) {
    this.modules = List.copyOf(modules);
    this.persons = persons;
    this.directory = directory;
    this.messages = messages;
  }

  /** In the order of the modules. */
  Collection<Holding> held(Collection<Appointment> appointments) {
    Map<String, Holding> held = new LinkedHashMap<>();
    for (Appointment appointment : appointments) {
      modules.stream()
          .flatMap(module -> module.heldThrough(appointment).stream())
          .forEach(one -> held.putIfAbsent(HeldThing.key(one.messageKey(), one.ref()), one));
    }
    return held.values();
  }

  /**
   * With names, for pages and forms.
   *
   * @param choices person by key
   */
  public List<HeldThing> of(Collection<Appointment> appointments, Map<String, Long> choices) {
    Collection<Holding> held = held(appointments);
    Map<Long, Person> people =
        persons.byId(
            held.stream()
                .flatMap(
                    one ->
                        Stream.concat(
                            one.choices().stream(), Stream.ofNullable(one.byRule().personId())))
                .collect(Collectors.toSet()));
    Map<String, String> groups = new HashMap<>();
    List<HeldThing> things = new ArrayList<>();
    for (Holding one : held) {
      Long chosen = choices.get(HeldThing.key(one.messageKey(), one.ref()));
      things.add(
          new HeldThing(
              one,
              one.choices().stream().map(people::get).filter(Objects::nonNull).toList(),
              chosen != null && one.choices().contains(chosen) ? people.get(chosen) : null,
              words(one.byRule(), people, groups)));
    }
    return things;
  }

  private String words(Heir heir, Map<Long, Person> people, Map<String, String> groups) {
    if (heir.personId() != null) {
      return people.get(heir.personId()).name();
    }
    return heir.groupId() == null
        ? messages.getMessage("succession.nobody", null, LocaleContextHolder.getLocale())
        : groups.computeIfAbsent(heir.groupId(), this::groupName);
  }

  /** The group's name for people. */
  public String groupName(String groupId) {
    return directory.findGroup(groupId).map(EngineGroup::name).orElse(groupId);
  }

  /**
   * What was chosen, without what is left to the rule.
   *
   * @param choices person by key, {@code null} or missing for the rule
   * @throws Refusal (invalid) at {@code plan} if somebody was chosen who may not get the thing;
   *     things that are not held any more are left out
   */
  Map<String, Long> lawful(Collection<Appointment> appointments, Map<String, Long> choices) {
    Map<String, Long> lawful = new LinkedHashMap<>();
    for (Holding one : held(appointments)) {
      String key = HeldThing.key(one.messageKey(), one.ref());
      Optional<Long> chosen = Optional.ofNullable(choices.get(key));
      if (chosen.isPresent() && !one.choices().contains(chosen.get())) {
        throw Refusal.invalidField("plan", "succession.heir-not-allowed", one.label());
      }
      chosen.ifPresent(person -> lawful.put(key, person));
    }
    return lawful;
  }

  /** Whether it is asked of the person alone, so that nobody has to take it over. */
  static boolean isPersonal(Holding holding) {
    return Heir.NOBODY.equals(holding.byRule());
  }

  /** Ids of persons to be named with these items. */
  public Map<Long, Person> people(Collection<HandedItem> items) {
    Set<Long> ids =
        items.stream()
            .map(HandedItem::toPersonId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return persons.byId(ids);
  }
}
