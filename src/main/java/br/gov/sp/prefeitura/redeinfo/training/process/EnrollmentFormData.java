package br.gov.sp.prefeitura.redeinfo.training.process;

import static br.gov.sp.prefeitura.redeinfo.training.process.TrainingEnrollmentProcess.TASK_EXPLAIN;
import static br.gov.sp.prefeitura.redeinfo.training.process.TrainingEnrollmentProcess.TASK_HAND_IN;

import br.gov.sp.prefeitura.redeinfo.identity.Groups;
import br.gov.sp.prefeitura.redeinfo.training.domain.EnrollmentFacts;
import br.gov.sp.prefeitura.redeinfo.training.domain.EnrollmentFacts.Details;
import br.gov.sp.prefeitura.redeinfo.training.domain.Session;
import br.gov.sp.prefeitura.redeinfo.training.domain.TrainingTexts;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskFormData;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox;
import br.gov.sp.prefeitura.redeinfo.workflow.TaskInbox.OpenTask;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the forms of {@code training-enrollment} show, read when they are opened. */
@Component
class EnrollmentFormData implements TaskFormData {

  private final EnrollmentFacts facts;
  private final TaskInbox inbox;
  private final TrainingTexts texts;

  EnrollmentFormData(EnrollmentFacts facts, TaskInbox inbox, TrainingTexts texts) {
    this.facts = facts;
    this.inbox = inbox;
    this.texts = texts;
  }

  @Override
  public String processKey() {
    return TrainingEnrollmentProcess.KEY;
  }

  @Override
  public Map<String, Object> dataFor(TaskFormRequest request) {
    Details details = facts.details(Long.parseLong(request.businessKey()));
    Optional<OpenTask> task = inbox.findOpen(request.taskId());
    Map<String, Object> data = new HashMap<>();
    data.put("editionTitle", details.edition().title());
    data.put("deadline", task.map(OpenTask::dueAt).map(texts::moment).orElse(""));
    switch (request.taskKey()) {
      case TASK_HAND_IN -> data.put("activity", details.edition().activity());
      case TASK_EXPLAIN -> explain(data, details);
      default -> release(data, details, task.map(OpenTask::candidateGroups).orElse(List.of()));
    }
    return data;
  }

  private void explain(Map<String, Object> data, Details details) {
    data.put("absences", facts.unexplained(details).stream().map(this::row).toList());
    Optional<Session> next = facts.next(details);
    data.put("hasNextSession", next.isPresent());
    data.put(
        "nextSession",
        next.map(session -> session.title() + ", " + texts.period(session)).orElse(""));
  }

  private void release(Map<String, Object> data, Details details, List<String> offeredTo) {
    data.put("personName", details.person().name());
    data.put("bodyAcronym", details.body().acronym());
    data.put("enrolledOn", texts.moment(details.enrollment().enrolledAt()));
    data.put(
        "withoutAnswer",
        texts.text("enrollment.without-answer." + details.edition().releasePolicy()));
    data.put("hours", texts.hours(details.minutes()));
    data.put("content", details.edition().content());
    data.put(
        "sessions",
        details.sessions().stream()
            .filter(session -> session.state() != Session.State.CANCELLED)
            .map(this::row)
            .toList());
    String inPlace = inPlaceOfHead(offeredTo, details);
    data.put("decidesInPlace", !inPlace.isEmpty());
    data.put("inPlaceOf", inPlace);
  }

  private String inPlaceOfHead(List<String> offeredTo, Details details) {
    if (offeredTo.contains(Groups.COORDINATION)) {
      return texts.text("enrollment.in-place.coordination");
    }
    return offeredTo.contains(Groups.interimHead(details.body().slug()))
        ? texts.text("enrollment.in-place.interim")
        : "";
  }

  private Map<String, Object> row(Session session) {
    return Map.of(
        "title", session.title(),
        "when", texts.period(session),
        "where", texts.where(session));
  }
}
