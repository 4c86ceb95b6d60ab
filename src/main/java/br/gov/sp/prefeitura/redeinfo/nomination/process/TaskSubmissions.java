package br.gov.sp.prefeitura.redeinfo.nomination.process;

import static br.gov.sp.prefeitura.redeinfo.nomination.process.NominationApprovalProcess.nominationId;

import br.gov.sp.prefeitura.redeinfo.nomination.domain.AcceptanceService;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.IndicationService;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.SeatIndication;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.SeatKey;
import br.gov.sp.prefeitura.redeinfo.nomination.domain.SetDecisions;
import br.gov.sp.prefeitura.redeinfo.nomination.process.NominationApprovalProcess.Variables;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.workflow.Submission;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What happens when a person completes a task: the rules are checked and what was typed moves to
 * our tables, in the transaction that completes the task; the engine keeps a flag at most.
 */
@Configuration(proxyBeanMethods = false)
class TaskSubmissions {

  /** The box by which a nominee accepts the statute as well; its one value is the version's id. */
  static final String STATUTE = "statute";

  @Bean
  TaskListener indicateServantsListener(IndicationService indications, Completers completers) {
    return task -> {
      Submission form = Submission.of(task);
      List<SeatIndication> seats = SeatKey.ALL.stream().map(key -> indication(form, key)).toList();
      indications.submit(id(task), seats, completers.personOf(task));
    };
  }

  private static SeatIndication indication(Submission form, SeatKey key) {
    String prefix = key.prefix();
    return new SeatIndication(
        key,
        form.text(prefix + "Name"),
        form.text(prefix + "Identifier"),
        form.text(prefix + "Email"),
        form.text(prefix + "Bond"),
        form.text(prefix + "Unit"),
        form.text(prefix + "Why"));
  }

  @Bean
  TaskListener acceptNominationListener(AcceptanceService acceptance, Completers completers) {
    return task -> {
      Submission form = Submission.of(task);
      boolean accepts = oneOf(form, "answer", "accept", "decline").equals("accept");
      acceptance.answer(
          id(task),
          completers.personOf(task),
          accepts,
          form.text("declineReason"),
          form.choices(STATUTE).stream().findFirst().map(Long::valueOf).orElse(null));
    };
  }

  @Bean
  TaskListener approveNominationListener(SetDecisions decisions, Completers completers) {
    return task -> {
      Submission form = Submission.of(task);
      long by = completers.personOf(task);
      String choice = oneOf(form, "choice", "approve", "return", "refuse");
      switch (choice) {
        case "approve" -> decisions.approve(id(task), by, form.text("approveComment"));
        case "return" ->
            decisions.returnForReplacement(id(task), by, replaced(form), form.text("returnReason"));
        default -> decisions.refuse(id(task), by, form.text("refuseReason"));
      }
      task.getExecution().setVariable(Variables.DECISION, choice);
    };
  }

  @Bean
  TaskListener validateNominationListener(SetDecisions decisions, Completers completers) {
    return task -> {
      Submission form = Submission.of(task);
      long by = completers.personOf(task);
      String check = oneOf(form, "check", "valid", "return");
      if (check.equals("valid")) {
        decisions.validate(id(task), by, form.text("validComment"));
      } else {
        decisions.returnForCorrection(id(task), by, replaced(form), form.text("returnReason"));
      }
      task.getExecution().setVariable(Variables.VALIDATION, check);
    };
  }

  @Bean
  TaskListener recordPublicationListener(SetDecisions decisions, Completers completers) {
    return task -> {
      Submission form = Submission.of(task);
      decisions.recordPublication(
          id(task),
          completers.personOf(task),
          form.text("actNumber"),
          day(form, "gazetteDate"),
          form.text("gazetteLink"));
    };
  }

  /**
   * A day typed the Brazilian way. The forms' own date field reads a day as midnight in Greenwich
   * and so shows, west of it, the day before.
   */
  private static LocalDate day(Submission form, String key) {
    try {
      return LocalDate.parse(form.text(key), SaoPaulo.DAY);
    } catch (DateTimeParseException e) {
      throw Refusal.invalidField(key, "nomination.gazette-date");
    }
  }

  private static long id(DelegateTask task) {
    return nominationId(task.getExecution());
  }

  private static List<SeatKey> replaced(Submission form) {
    return SeatKey.ALL.stream().filter(key -> form.flag(replaceInput(key))).toList();
  }

  static String replaceInput(SeatKey key) {
    return "replace" + capitalised(key.prefix());
  }

  static String capitalised(String prefix) {
    return Character.toUpperCase(prefix.charAt(0)) + prefix.substring(1);
  }

  /** The guard has checked the options; this holds for callers that are not checked, too. */
  private static String oneOf(Submission form, String key, String... options) {
    String value = form.text(key);
    if (value == null || !List.of(options).contains(value)) {
      throw Refusal.invalidField(key, "nomination.choice");
    }
    return value;
  }
}
