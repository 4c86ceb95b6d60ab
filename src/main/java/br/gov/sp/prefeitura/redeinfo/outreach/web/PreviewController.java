package br.gov.sp.prefeitura.redeinfo.outreach.web;

import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.notification.Letters;
import br.gov.sp.prefeitura.redeinfo.notification.Letters.Preview;
import br.gov.sp.prefeitura.redeinfo.outreach.CampaignPlan;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.Campaign;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.CampaignQueries;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.Invitation;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Comparator;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The invitation as its reader sees it, made by what makes the mail; the reader is invented. */
@Controller
@RequestMapping("/outreach/{id:[0-9]{1,18}}/preview")
class PreviewController {

  /** A mail brings its styles with it; it runs, loads, sends and opens nothing here. */
  private static final String MAIL_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

  private final CampaignQueries campaigns;
  private final Letters letters;
  private final Bodies bodies;
  private final OutreachWords words;
  private final Clock clock;

  PreviewController(
      CampaignQueries campaigns, Letters letters, Bodies bodies, OutreachWords words, Clock clock) {
    this.campaigns = campaigns;
    this.letters = letters;
    this.bodies = bodies;
    this.words = words;
    this.clock = clock;
  }

  @GetMapping
  String plain(@PathVariable long id, Model model) {
    Campaign campaign = campaigns.get(id);
    model.addAttribute("campaign", campaign);
    model.addAttribute("preview", preview(campaign));
    return "outreach/preview";
  }

  @GetMapping("/html")
  ResponseEntity<byte[]> html(@PathVariable long id) {
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .header("Content-Security-Policy", MAIL_POLICY)
        .body(preview(campaigns.get(id)).html().getBytes(StandardCharsets.UTF_8));
  }

  private Preview preview(Campaign campaign) {
    return letters.preview(
        Invitation.letter(
            0,
            campaign.plan(),
            words.text("outreach.preview.reader"),
            bodyOf(campaign.plan()),
            "/opt-out/" + words.text("outreach.preview.token"),
            "leitora@exemplo.invalid"));
  }

  /** Some body whose people the campaign means. */
  private String bodyOf(CampaignPlan plan) {
    return (plan.bodyIds() == null
            ? bodies.existingOn(SaoPaulo.today(clock))
            : bodies.byId(plan.bodyIds()).values())
        .stream().min(Comparator.comparing(Body::acronym)).map(Body::name).orElse("");
  }
}
