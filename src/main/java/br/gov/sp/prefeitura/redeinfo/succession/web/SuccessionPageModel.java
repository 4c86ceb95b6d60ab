package br.gov.sp.prefeitura.redeinfo.succession.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.succession.domain.HandedItem;
import br.gov.sp.prefeitura.redeinfo.succession.domain.HeldThings;
import br.gov.sp.prefeitura.redeinfo.succession.domain.Succession;
import br.gov.sp.prefeitura.redeinfo.succession.domain.SuccessionAccess.Seen;
import br.gov.sp.prefeitura.redeinfo.succession.domain.SuccessionAccess.View;
import br.gov.sp.prefeitura.redeinfo.succession.domain.SuccessionProcess;
import br.gov.sp.prefeitura.redeinfo.succession.domain.SuccessionReading;
import br.gov.sp.prefeitura.redeinfo.workflow.WaitingTask;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts a succession on its page. */
@Component
class SuccessionPageModel {

  private final SuccessionReading successions;
  private final SuccessionProcess process;
  private final HeldThings things;
  private final Bodies bodies;
  private final Persons persons;

  SuccessionPageModel(
      SuccessionReading successions,
      SuccessionProcess process,
      HeldThings things,
      Bodies bodies,
      Persons persons) {
    this.successions = successions;
    this.process = process;
    this.things = things;
    this.bodies = bodies;
    this.persons = persons;
  }

  String show(Seen seen, SignedIn reader, Model model) {
    Succession succession = seen.succession();
    boolean all = seen.view() == View.ALL;
    List<HandedItem> items =
        successions.items(succession.id()).stream()
            .filter(item -> all || isFor(item, reader))
            .toList();
    model.addAttribute("seen", seen);
    model.addAttribute("succession", succession);
    model.addAttribute("all", all);
    model.addAttribute("nothingTyped", Map.of());
    model.addAttribute("person", persons.get(succession.personId()));
    model.addAttribute("begunBy", persons.get(succession.begunBy()));
    model.addAttribute("items", items);
    model.addAttribute("heirs", things.people(items));
    model.addAttribute(
        "groups",
        items.stream()
            .map(HandedItem::toGroup)
            .filter(Objects::nonNull)
            .distinct()
            .collect(Collectors.toMap(Function.identity(), things::groupName)));
    if (all) {
      List<Appointment> ends = successions.appointments(succession.id());
      model.addAttribute("appointments", ends);
      model.addAttribute(
          "bodies",
          bodies.byId(
              ends.stream().map(Appointment::bodyId).filter(Objects::nonNull).distinct().toList()));
      model.addAttribute(
          "toBody", succession.toBodyId() == null ? null : bodies.get(succession.toBodyId()));
      model.addAttribute(
          "things", succession.isOpen() ? successions.plan(succession.id()) : List.of());
      model.addAttribute("tasks", succession.isOpen() ? tasks(succession, reader) : Map.of());
    }
    return "succession/succession";
  }

  /** The reader's own open tasks of it, by key. */
  private Map<String, WaitingTask> tasks(Succession succession, SignedIn reader) {
    return process.waiting(succession.id()).stream()
        .filter(
            task ->
                reader.username().equals(task.assignee())
                    || task.assignee() == null && task.groupIds().stream().anyMatch(reader::isIn))
        .collect(Collectors.toMap(WaitingTask::taskKey, Function.identity(), (a, b) -> a));
  }

  private static boolean isFor(HandedItem item, SignedIn reader) {
    return Objects.equals(item.toPersonId(), reader.personId())
        || item.toGroup() != null && reader.isIn(item.toGroup());
  }
}
