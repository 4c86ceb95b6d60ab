package br.gov.sp.prefeitura.redeinfo.audit;

import br.gov.sp.prefeitura.redeinfo.pilot.domain.Evidence.Purpose;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.EvidenceService;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.NewEvidence;
import br.gov.sp.prefeitura.redeinfo.support.EvidenceFiles;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife;
import br.gov.sp.prefeitura.redeinfo.support.PilotLife.Team;
import br.gov.sp.prefeitura.redeinfo.support.TestPeople;
import br.gov.sp.prefeitura.redeinfo.support.Visitor;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The ways to write by the pages of evidence, and what each puts on record. */
final class PilotEvidenceWalks {

  private static final String EVIDENCE = "POST /pilots/{id}/evidence/";

  private final PilotLife pilots;
  private final EvidenceService evidence;
  private final TestPeople people;
  private final Runnable begin;
  private final Map<String, AuditedRoutesTest.Walk> walks = new LinkedHashMap<>();

  /**
   * @param begin called when the preparations are done
   */
  PilotEvidenceWalks(
      PilotLife pilots, EvidenceService evidence, TestPeople people, Runnable begin) {
    this.pilots = pilots;
    this.evidence = evidence;
    this.people = people;
    this.begin = begin;
    walk("files", "pilot.evidence-added", this::addFile);
    walk("links", "pilot.evidence-added", this::addLink);
    walk(
        "{evidence}/publication",
        "pilot.evidence-changed",
        () -> change("/publication", Map.of("open", "true")));
    walk("{evidence}/removal", "pilot.evidence-removed", () -> change("/removal", Map.of()));
  }

  Map<String, AuditedRoutesTest.Walk> all() {
    return walks;
  }

  private void walk(String path, String action, Supplier<HttpResponse<String>> way) {
    walks.put(EVIDENCE + path, new AuditedRoutesTest.Walk(action, way));
  }

  private HttpResponse<String> addFile() {
    Team team = pilots.team();
    String address = "/pilots/" + pilots.draft(team) + "/evidence/files";
    return member(team)
        .postFile(
            address,
            Map.of("purpose", "PROPOSAL", "title", "Mapa"),
            "mapa.pdf",
            EvidenceFiles.pdf(""));
  }

  private HttpResponse<String> addLink() {
    Team team = pilots.team();
    String address = "/pilots/" + pilots.draft(team) + "/evidence/links";
    return member(team)
        .post(
            address,
            Map.of("purpose", "PROPOSAL", "title", "Mapa", "link", "https://example.org/mapa"));
  }

  private HttpResponse<String> change(String what, Map<String, String> typed) {
    Team team = pilots.team();
    long pilot = pilots.draft(team);
    long item =
        evidence.addLink(
            pilot,
            new NewEvidence(Purpose.PROPOSAL, "Mapa", false),
            "https://example.org/mapa",
            pilots.signedIn(team.member()));
    return member(team).post("/pilots/" + pilot + "/evidence/" + item + what, typed);
  }

  private Visitor member(Team team) {
    Visitor member = people.signIn(team.member());
    begin.run();
    return member;
  }
}
