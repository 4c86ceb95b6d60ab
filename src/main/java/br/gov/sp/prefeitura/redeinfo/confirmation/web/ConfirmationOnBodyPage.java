package br.gov.sp.prefeitura.redeinfo.confirmation.web;

import br.gov.sp.prefeitura.redeinfo.confirmation.domain.Confirmation;
import br.gov.sp.prefeitura.redeinfo.confirmation.domain.Confirmation.State;
import br.gov.sp.prefeitura.redeinfo.confirmation.domain.ConfirmationInstances;
import br.gov.sp.prefeitura.redeinfo.confirmation.domain.ConfirmationQueries;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.BodyPageSection;
import br.gov.sp.prefeitura.redeinfo.shared.web.PageSection;
import br.gov.sp.prefeitura.redeinfo.workflow.WaitingTask;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On a body's page: how its newest confirmation stands, and when it last confirmed. */
@Component
class ConfirmationOnBodyPage implements BodyPageSection {

  private final ConfirmationQueries confirmations;
  private final ConfirmationInstances instances;
  private final CurrentPerson currentPerson;

  ConfirmationOnBodyPage(
      ConfirmationQueries confirmations,
      ConfirmationInstances instances,
      CurrentPerson currentPerson) {
    this.confirmations = confirmations;
    this.instances = instances;
    this.currentPerson = currentPerson;
  }

  @Override
  public List<PageSection> sectionsFor(Body body) {
    return confirmations
        .newestOf(body.id())
        .map(newest -> new PageSection(15, "confirmation/of-body", ofBody(newest)))
        .stream()
        .toList();
  }

  private OfBody ofBody(Confirmation newest) {
    Confirmation last =
        newest.state().isAnswered()
            ? newest
            : confirmations.lastAnswerOf(newest.bodyId()).orElse(null);
    return new OfBody(newest, last, task(newest).map(WaitingTask::taskId).orElse(null));
  }

  /** The task, for whoever may take it on. */
  private Optional<WaitingTask> task(Confirmation newest) {
    if (newest.state() != State.OPEN) {
      return Optional.empty();
    }
    return instances.waiting(List.of(newest.id())).getOrDefault(newest.id(), List.of()).stream()
        .filter(
            task ->
                currentPerson
                    .find()
                    .filter(person -> task.groupIds().stream().anyMatch(person::isIn))
                    .isPresent())
        .findFirst();
  }

  /**
   * @param lastAnswer {@code null} if the body has never confirmed
   * @param taskId {@code null} if there is nothing for the reader to do
   */
  record OfBody(Confirmation newest, Confirmation lastAnswer, String taskId) {}
}
