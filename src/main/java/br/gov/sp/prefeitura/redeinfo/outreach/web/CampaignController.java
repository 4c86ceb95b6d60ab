package br.gov.sp.prefeitura.redeinfo.outreach.web;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.AudienceQueries;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.Campaign;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.CampaignInstances;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.CampaignQueries;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.CampaignQueries.BodyFigures;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.CampaignQueries.Listed;
import br.gov.sp.prefeitura.redeinfo.shared.web.Csv;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Campaigns to be read: the list, one of them with its progress, and what came of it by body. */
@Controller
@RequestMapping("/outreach")
class CampaignController {

  private static final int PER_PAGE = 25;
  private static final String ID = "/{id:[0-9]{1,18}}";

  private final CampaignQueries campaigns;
  private final CampaignInstances instances;
  private final AudienceQueries audience;
  private final Bodies bodies;
  private final Persons persons;
  private final CurrentPerson currentPerson;
  private final OutreachWords words;

  CampaignController(
      CampaignQueries campaigns,
      CampaignInstances instances,
      AudienceQueries audience,
      Bodies bodies,
      Persons persons,
      CurrentPerson currentPerson,
      OutreachWords words) {
    this.campaigns = campaigns;
    this.instances = instances;
    this.audience = audience;
    this.bodies = bodies;
    this.persons = persons;
    this.currentPerson = currentPerson;
    this.words = words;
  }

  @GetMapping
  String list(@RequestParam(required = false) Long before, Model model) {
    List<Listed> found = campaigns.list(before, PER_PAGE + 1);
    List<Listed> page = found.subList(0, Math.min(PER_PAGE, found.size()));
    model.addAttribute("campaigns", page);
    model.addAttribute("writes", writes());
    model.addAttribute("first", before == null ? null : "/outreach");
    model.addAttribute(
        "next", found.size() > PER_PAGE ? "/outreach?before=" + page.get(PER_PAGE - 1).id() : null);
    return "outreach/list";
  }

  @GetMapping(ID)
  String campaign(@PathVariable long id, Model model) {
    Campaign campaign = campaigns.get(id);
    model.addAttribute("campaign", campaign);
    model.addAttribute("writes", writes());
    model.addAttribute(
        "size", campaign.audienceSize() == null ? audience.size(campaign.plan()) : null);
    model.addAttribute(
        "waiting",
        campaign.state().isOpen() && campaign.state() != Campaign.State.DRAFT
            ? instances.waiting(id).stream().findFirst().orElse(null)
            : null);
    model.addAttribute(
        "people",
        persons.byId(
            Stream.of(campaign.writtenBy(), campaign.decidedBy())
                .filter(Objects::nonNull)
                .distinct()
                .toList()));
    List<BodyFigures> figures = campaigns.figures(id);
    model.addAttribute("figures", figures);
    model.addAttribute("totals", Totals.of(figures));
    model.addAttribute("bodies", names(figures));
    model.addAttribute(
        "chosen",
        campaign.plan().bodyIds() == null
            ? List.of()
            : bodies.byId(campaign.plan().bodyIds()).values().stream()
                .map(Body::acronym)
                .sorted()
                .toList());
    return "outreach/campaign";
  }

  /** The part of the page that changes by itself while letters go out. */
  @GetMapping(ID + "/progress")
  String progress(@PathVariable long id, Model model) {
    model.addAttribute("campaign", campaigns.get(id));
    return "outreach/campaign :: progress";
  }

  @GetMapping(ID + "/figures.csv")
  ResponseEntity<byte[]> figures(@PathVariable long id) {
    campaigns.get(id);
    List<BodyFigures> figures = campaigns.figures(id);
    Map<Long, Body> byId = names(figures);
    Csv csv =
        new Csv()
            .row(
                words.text("outreach.body"),
                words.text("outreach.body-name"),
                words.text("outreach.invited"),
                words.text("outreach.answered"),
                words.text("outreach.joined"));
    figures.forEach(
        row -> {
          Body body = byId.get(row.bodyId());
          csv.row(body.acronym(), body.name(), row.invited(), row.answered(), row.joined());
        });
    return csv.download(words.text("outreach.figures.file") + "-" + id + ".csv");
  }

  private Map<Long, Body> names(List<BodyFigures> figures) {
    return bodies.byId(figures.stream().map(BodyFigures::bodyId).toList());
  }

  private boolean writes() {
    return currentPerson.require().isCoordination();
  }

  /** All bodies together. */
  record Totals(int invited, int answered, int joined, int bodies) {

    static Totals of(List<BodyFigures> figures) {
      return new Totals(
          figures.stream().mapToInt(BodyFigures::invited).sum(),
          figures.stream().mapToInt(BodyFigures::answered).sum(),
          figures.stream().mapToInt(BodyFigures::joined).sum(),
          figures.size());
    }
  }
}
