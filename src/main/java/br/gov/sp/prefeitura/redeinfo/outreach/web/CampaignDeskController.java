package br.gov.sp.prefeitura.redeinfo.outreach.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.outreach.Audience;
import br.gov.sp.prefeitura.redeinfo.outreach.CampaignPlan.Measure;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.AudienceQueries;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.Campaign;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.CampaignDesk;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.CampaignQueries;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.web.RefusalTexts;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the coordination writes a campaign, hands it in and stops it. */
@Controller
@RequestMapping("/outreach")
class CampaignDeskController {

  private static final String ID = "/{id:[0-9]{1,18}}";

  private final CampaignDesk desk;
  private final CampaignQueries campaigns;
  private final AudienceQueries audience;
  private final Bodies bodies;
  private final CurrentPerson currentPerson;
  private final RefusalTexts refusals;
  private final OutreachWords words;

  CampaignDeskController(
      CampaignDesk desk,
      CampaignQueries campaigns,
      AudienceQueries audience,
      Bodies bodies,
      CurrentPerson currentPerson,
      RefusalTexts refusals,
      OutreachWords words) {
    this.desk = desk;
    this.campaigns = campaigns;
    this.audience = audience;
    this.bodies = bodies;
    this.currentPerson = currentPerson;
    this.refusals = refusals;
    this.words = words;
  }

  @InitBinder("form")
  void limitRows(WebDataBinder binder) {
    binder.setAutoGrowCollectionLimit(CampaignForm.MOST_WAVES);
  }

  @GetMapping("/new")
  String start(Model model) {
    requireCoordination();
    model.addAttribute("form", new CampaignForm().withRoom());
    return formPage(null, model);
  }

  @PostMapping("/new")
  String write(
      @ModelAttribute("form") CampaignForm form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    SignedIn by = requireCoordination();
    HttpStatus status = HttpStatus.BAD_REQUEST;
    if (!binding.hasErrors()) {
      try {
        long id = desk.write(form.plan(), by);
        redirect.addFlashAttribute("done", words.text("outreach.saved"));
        return "redirect:/outreach/" + id;
      } catch (Refusal refusal) {
        status = refusals.bind(refusal, binding);
      }
    }
    response.setStatus(status.value());
    form.withRoom();
    return formPage(null, model);
  }

  @GetMapping(ID + "/edit")
  String edit(@PathVariable long id, Model model) {
    requireCoordination();
    Campaign campaign = campaigns.get(id);
    requireEditable(campaign);
    model.addAttribute("form", CampaignForm.of(campaign).withRoom());
    return formPage(id, model);
  }

  @PostMapping(ID + "/edit")
  String change(
      @PathVariable long id,
      @ModelAttribute("form") CampaignForm form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    SignedIn by = requireCoordination();
    requireEditable(campaigns.get(id));
    HttpStatus status = HttpStatus.BAD_REQUEST;
    if (!binding.hasErrors()) {
      try {
        desk.change(id, form.getVersion(), form.plan(), by);
        redirect.addFlashAttribute("done", words.text("outreach.saved"));
        return "redirect:/outreach/" + id;
      } catch (Refusal refusal) {
        status = refusals.bind(refusal, binding);
      }
    }
    response.setStatus(status.value());
    form.withRoom();
    return formPage(id, model);
  }

  private String formPage(Long id, Model model) {
    model.addAttribute("id", id);
    model.addAttribute("audiences", Audience.values());
    model.addAttribute("measures", Measure.values());
    model.addAttribute("bodies", bodies.all());
    return "outreach/form";
  }

  /** Says how many people it would write to before it is handed in. */
  @GetMapping(ID + "/submission")
  String confirm(@PathVariable long id, Model model) {
    requireCoordination();
    Campaign campaign = campaigns.get(id);
    model.addAttribute("campaign", campaign);
    model.addAttribute("size", audience.size(campaign.plan()));
    return "outreach/confirm";
  }

  @PostMapping(ID + "/submission")
  String submit(@PathVariable long id, RedirectAttributes redirect) {
    desk.submit(id, requireCoordination());
    redirect.addFlashAttribute("done", words.text("outreach.submitted"));
    return "redirect:/outreach/" + id;
  }

  @GetMapping(ID + "/stop")
  String stop(@PathVariable long id, Model model) {
    requireCoordination();
    model.addAttribute("campaign", campaigns.get(id));
    model.addAttribute("form", new ReasonForm());
    return "outreach/stop";
  }

  @PostMapping(ID + "/stop")
  String stop(
      @PathVariable long id,
      @ModelAttribute("form") ReasonForm form,
      BindingResult binding,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    SignedIn by = requireCoordination();
    model.addAttribute("campaign", campaigns.get(id));
    try {
      desk.stop(id, form.getReason(), by);
      redirect.addFlashAttribute("done", words.text("outreach.stopped"));
      return "redirect:/outreach/" + id;
    } catch (Refusal refusal) {
      response.setStatus(refusals.bind(refusal, binding).value());
      return "outreach/stop";
    }
  }

  private static void requireEditable(Campaign campaign) {
    if (!campaign.state().isEditable()) {
      throw Refusal.conflict("outreach.moved-on");
    }
  }

  private SignedIn requireCoordination() {
    SignedIn person = currentPerson.require();
    if (!person.isCoordination()) {
      throw Refusal.forbidden("outreach.coordination-only");
    }
    return person;
  }
}
