package br.gov.sp.prefeitura.redeinfo.meeting.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingAccess;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingTexts;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MinutesDesk;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.web.RefusalTexts;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Remarks on minutes that circulate, the coordination's answers, and the end of the time for them.
 */
@Controller
@RequestMapping("/meetings/{id:[0-9]+}/minutes")
class MinutesRemarkController {

  private final MinutesDesk desk;
  private final MeetingAccess access;
  private final MeetingTexts texts;
  private final CurrentPerson currentPerson;
  private final RefusalTexts refusals;

  MinutesRemarkController(
      MinutesDesk desk,
      MeetingAccess access,
      MeetingTexts texts,
      CurrentPerson currentPerson,
      RefusalTexts refusals) {
    this.desk = desk;
    this.access = access;
    this.texts = texts;
    this.currentPerson = currentPerson;
    this.refusals = refusals;
  }

  @PostMapping("/remarks")
  String remark(
      @PathVariable long id,
      @ModelAttribute("form") RemarkForm form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    model.addAttribute("meeting", access.require(id, currentPerson.require()));
    HttpStatus status = HttpStatus.BAD_REQUEST;
    if (!binding.hasErrors()) {
      try {
        desk.remark(id, form.getItem(), form.getText(), currentPerson.require());
        redirect.addFlashAttribute("done", texts.text("minutes.done.remark"));
        return back(id);
      } catch (Refusal refusal) {
        status = again(refusal, binding);
      }
    }
    response.setStatus(status.value());
    return "minutes/remark";
  }

  @PostMapping("/remarks/{remark:[0-9]+}/answer")
  String answer(
      @PathVariable long id,
      @PathVariable long remark,
      @ModelAttribute("form") RemarkForm form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    model.addAttribute("meeting", access.require(id, currentPerson.require()));
    model.addAttribute("remark", remark);
    MeetingAccess.requireWriter(currentPerson.require());
    HttpStatus status = HttpStatus.BAD_REQUEST;
    if (!binding.hasErrors()) {
      try {
        desk.answer(id, remark, form.getAnswer(), currentPerson.require());
        redirect.addFlashAttribute("done", texts.text("minutes.done.answer"));
        return back(id);
      } catch (Refusal refusal) {
        status = again(refusal, binding);
      }
    }
    response.setStatus(status.value());
    return "minutes/remark";
  }

  @PostMapping("/remarks-end")
  String closeRemarks(@PathVariable long id, RedirectAttributes redirect) {
    access.require(id, currentPerson.require());
    desk.closeRemarks(id, currentPerson.require());
    redirect.addFlashAttribute("done", texts.text("minutes.done.remarks-end"));
    return back(id);
  }

  /** What concerns the values is shown next to them; what concerns the person is not. */
  private HttpStatus again(Refusal refusal, BindingResult binding) {
    if (refusal.kind() == Refusal.Kind.FORBIDDEN || refusal.kind() == Refusal.Kind.NOT_FOUND) {
      throw refusal;
    }
    return refusals.bind(refusal, binding);
  }

  private static String back(long id) {
    return "redirect:/meetings/" + id + "/minutes";
  }

  /** What is typed to remark on minutes, or to answer. */
  static class RemarkForm {

    private Integer item;
    private String text;
    private String answer;

    public Integer getItem() {
      return item;
    }

    public void setItem(Integer item) {
      this.item = item;
    }

    public String getText() {
      return text;
    }

    public void setText(String text) {
      this.text = text;
    }

    public String getAnswer() {
      return answer;
    }

    public void setAnswer(String answer) {
      this.answer = answer;
    }
  }
}
