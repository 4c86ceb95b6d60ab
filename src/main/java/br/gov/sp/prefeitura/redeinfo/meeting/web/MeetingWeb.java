package br.gov.sp.prefeitura.redeinfo.meeting.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.Meeting;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingAccess;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingKind;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingKinds;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.web.RefusalTexts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

/** What the pages of meetings have in common. */
@Component
class MeetingWeb {

  private final CurrentPerson currentPerson;
  private final MeetingAccess access;
  private final MeetingKinds kinds;
  private final RefusalTexts refusals;

  MeetingWeb(
      CurrentPerson currentPerson,
      MeetingAccess access,
      MeetingKinds kinds,
      RefusalTexts refusals) {
    this.currentPerson = currentPerson;
    this.access = access;
    this.kinds = kinds;
    this.refusals = refusals;
  }

  SignedIn person() {
    return currentPerson.require();
  }

  /** Who asks, if they see meetings. */
  SignedIn reader() {
    SignedIn person = person();
    MeetingAccess.requireReader(person);
    return person;
  }

  /** Who asks, if they keep meetings. */
  SignedIn writer() {
    SignedIn person = person();
    MeetingAccess.requireWriter(person);
    return person;
  }

  /** The meeting in the model, with its kind and what the person may do. */
  Meeting show(long id, Model model) {
    SignedIn person = person();
    Meeting meeting = access.require(id, person);
    model.addAttribute("meeting", meeting);
    model.addAttribute("kind", kinds.get(meeting.kind()));
    model.addAttribute("writes", MeetingAccess.writes(person));
    return meeting;
  }

  List<MeetingKind> kinds() {
    return kinds.all();
  }

  /**
   * Carries out what was typed.
   *
   * @return whether it was done; else the page is shown again, with the reasons beside the fields
   * @throws Refusal that is about more than what was typed
   */
  boolean done(BindingResult binding, HttpServletResponse response, Runnable work) {
    HttpStatus status = HttpStatus.BAD_REQUEST;
    if (!binding.hasErrors()) {
      try {
        work.run();
        return true;
      } catch (Refusal refusal) {
        if (refusal.kind() != Refusal.Kind.INVALID && refusal.kind() != Refusal.Kind.CONFLICT) {
          throw refusal;
        }
        status = refusals.bind(refusal, binding);
      }
    }
    response.setStatus(status.value());
    return false;
  }

  static Locale language() {
    return LocaleContextHolder.getLocale();
  }
}
